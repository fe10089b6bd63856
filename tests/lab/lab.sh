#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# lab.sh - a whole laboratory in one folder: directory, tenant, host and agent package. See README.md.
#
#   lab.sh start FOLDER          start what does not run yet; what was written in earlier runs is still there
#   lab.sh fresh FOLDER          stop it, remove its content, start anew
#   lab.sh stop FOLDER           stop it; the content stays
#   lab.sh remove FOLDER         stop it and remove the folder
#   lab.sh status FOLDER         exit code 0 when directory and tenant run
#   lab.sh env FOLDER            variables for `eval`: LAB_FOLDER, KRB5_CONFIG, LAB_ANSWERS ... (no secret among them)
#   lab.sh answers FOLDER FILE   the answer file template FILE with everything of this lab filled in, on standard output
#   lab.sh writes FOLDER [N]     how many exchanges that change something the tenant recorded after number N
#   lab.sh last FOLDER           number of the newest recorded exchange
#
# Settings (environment):
#   LAB_TENANT=FILE      the lab-tenant program (default: the one of build/dev)
#   LAB_OWNER=PID        directory and tenant end when process PID ends
#   LAB_TEMPLATE=FILE    answer file template that becomes FOLDER/answers.json (default packaging/rehearsal-answers.json)
#   LAB_TENANT_CONFIG=F  overlay for the tenant's defaults (lab-tenant --config)
# and those of dc/dc.sh.
set -euo pipefail
shopt -s inherit_errexit
export LC_ALL=C.UTF-8
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
python=/usr/bin/python3
tenant_program=${LAB_TENANT:-$root/build/dev/tests/lab/tenant/lab-tenant}
computer=SYNC1

die() {
    echo "lab.sh: $*" >&2
    exit 1
}

start_time() { # PID : clock ticks since boot, so that a recycled process id is not taken for ours
    sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f20
}

alive() { # PID : there and not a zombie
    local state
    state=$(sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f1) && [ -n "$state" ] && [ "$state" != Z ]
}

tenant_running() { # prints the process id of the tenant of $folder
    local pid started
    read -r pid started 2>/dev/null <"$folder/run/tenant.pid" || return 1
    [ -n "$started" ] && alive "$pid" && [ "$(start_time "$pid")" = "$started" ] && echo "$pid"
}

json() { # FILE KEY... : a value of a JSON file
    $python -c 'import json, sys
value = json.load(open(sys.argv[1], encoding="utf-8"))
for key in sys.argv[2:]:
    value = value[key]
print(value)' "$@"
}

# --------------------------------------------------------------------------------------------------------- parts

start_directory() {
    if "$here/dc/dc.sh" status "$folder/dc" 2>/dev/null; then
        echo "The directory runs already."
        return
    fi
    DC_OWNER=${LAB_OWNER:-} "$here/dc/dc.sh" start "$folder/dc" >"$folder/run/directory.env"
    echo "The directory $(json "$folder/dc/manifest.json" domain) answers on $(sed -n 's/^DC_URI=//p' "$folder/dc/env")."
}

make_secrets() {
    # The only place of the directory's password outside of the controller; programs get it as a reference to this file.
    (
        umask 077
        mkdir -p "$folder/secrets" "$folder/certificate"
        sed -n "s/^DC_ADMIN_PASSWORD='\(.*\)'$/\1/p" "$folder/dc/env" >"$folder/secrets/directory-password"
    )
    local certificate=$folder/certificate/application.pem
    if [ ! -s "$certificate" ]; then
        (
            umask 077
            openssl req -x509 -newkey rsa:2048 -nodes -keyout "$certificate.key" -out "$certificate.public" -days 825 \
                -subj "/O=Cloud Sync Setup lab/CN=Unattended sign-in" 2>/dev/null
            cat "$certificate.public" "$certificate.key" >"$certificate.new"
            mv "$certificate.public" "$folder/certificate/application-public.pem"
            rm "$certificate.key"
            mv "$certificate.new" "$certificate"
        )
    fi
}

start_tenant() {
    local pid limit
    if tenant_running >/dev/null; then
        echo "The tenant runs already."
        return
    fi
    [ -x "$tenant_program" ] || die "the program lab-tenant is not built ($tenant_program)"
    mkdir -p "$folder/tenant"
    rm -f "$folder/run/tenant.ready"
    # As with the controller: a process group of its own, and a watcher in it when somebody owns this lab.
    # shellcheck disable=SC2016
    setsid bash -c 'owner=$1; shift
        [ -z "$owner" ] || (tail --pid="$owner" -s 1 -f /dev/null; kill -KILL -- -$$) &
        exec "$@"' watch "${LAB_OWNER:-}" "$tenant_program" --state "$folder/tenant" --port 0 --metadata "$here/tenant/graph-beta.json" \
        --app-certificate "$folder/certificate/application-public.pem" --directory-uri "$(sed -n 's/^DC_URI=//p' "$folder/dc/env")" \
        --directory-ca "$folder/dc/ca.pem" --directory-user "$(sed -n 's/^DC_ADMIN=//p' "$folder/dc/env")" \
        --directory-password-file "$folder/secrets/directory-password" ${LAB_TENANT_CONFIG:+--config "$LAB_TENANT_CONFIG"} \
        </dev/null >"$folder/run/tenant.ready" 2>"$folder/log/tenant.log" &
    pid=$!
    echo "$pid $(start_time $pid)" >"$folder/run/tenant.pid"
    limit=$((SECONDS + 30))
    until grep -q '"ready"' "$folder/run/tenant.ready" 2>/dev/null; do
        if ! alive "$pid"; then
            tail -n 20 "$folder/log/tenant.log" >&2
            die "the tenant ended while starting"
        fi
        [ $SECONDS -lt $limit ] || { stop_tenant; die "the tenant was not ready in time"; }
        sleep 0.05
    done
    echo "The tenant answers on $(json "$folder/tenant/endpoint.json" graph)."
}

stop_tenant() {
    local pid limit
    if pid=$(tenant_running); then
        kill -TERM "$pid" 2>/dev/null || true # it writes its state and ends
        limit=$((SECONDS + 10))
        while alive "$pid" && [ $SECONDS -lt $limit ]; do sleep 0.05; done
        kill -KILL -- "-$pid" 2>/dev/null || true
        limit=$((SECONDS + 5))
        while alive "$pid" && [ $SECONDS -lt $limit ]; do sleep 0.05; done
        echo "The tenant has stopped."
    fi
    rm -f "$folder/run/tenant.pid"
}

stop_directory() {
    if [ -d "$folder/dc" ] && "$here/dc/dc.sh" status "$folder/dc" 2>/dev/null; then
        "$here/dc/dc.sh" stop "$folder/dc"
        echo "The directory has stopped."
    fi
}

write_lab_file() {
    $python - "$folder" "$computer" <<'P'
import json, os, sys

folder, computer = sys.argv[1:]

def variables(path):
    with open(path, encoding="utf-8") as lines:
        return {k: v.strip("'") for k, _, v in (line.rstrip("\n").partition("=") for line in lines)}

def load(name):
    with open(os.path.join(folder, name), encoding="utf-8") as f:
        return json.load(f)

dc = variables(os.path.join(folder, "dc", "env"))
endpoint, manifest = load("tenant/endpoint.json"), load("dc/manifest.json")
path = os.path.join(folder, "lab.json")
kept = load("lab.json").get("installerArguments", []) if os.path.exists(path) else []
lab = {
    "directory": {"uri": dc["DC_URI"], "domain": dc["DC_DOMAIN"], "caFile": dc["DC_CA"], "address": dc["DC_ADDRESS"],
                  "krb5Config": dc["KRB5_CONFIG"], "adminUser": dc["DC_ADMIN"]},
    "tenant": {"url": endpoint["graph"], "caFile": endpoint["caFile"], "tenantId": endpoint["tenantId"]},
    "host": {"folder": os.path.join(folder, "host"), "name": computer,
             "computerPassword": manifest["computers"][computer]["password"]},
    "installerArguments": kept,
}
descriptor = os.open(path + ".new", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
with os.fdopen(descriptor, "w", encoding="utf-8") as f:
    json.dump(lab, f, indent=2)
    f.write("\n")
os.replace(path + ".new", path)
P
}

answers() { # TEMPLATE : every "@NAME@" inside a string is replaced; an unknown name is an error
    $python - "$folder" "$1" <<'P'
import json, re, sys

folder, template = sys.argv[1:]
with open(folder + "/lab.json", encoding="utf-8") as f:
    lab = json.load(f)
directory, tenant = lab["directory"], lab["tenant"]
values = {
    "LAB": folder, "DOMAIN": directory["domain"], "NETBIOS": directory["domain"].split(".")[0].upper(), "CONTROLLER": directory["uri"],
    "BASE": ",".join("DC=" + label for label in directory["domain"].split(".")), "DIRECTORY_CA": directory["caFile"],
    "DIRECTORY_USER": directory["adminUser"], "TENANT": tenant["url"], "TENANT_ADDRESS": tenant["url"].split("//")[1],
    "TENANT_CA": tenant["caFile"], "TENANT_ID": tenant["tenantId"], "HOST": lab["host"]["name"],
}

def fill(value):
    if isinstance(value, dict):
        return {key: fill(one) for key, one in value.items()}
    if isinstance(value, list):
        return [fill(one) for one in value]
    if isinstance(value, str):
        return re.sub(r"@([A-Z_]+)@", lambda found: values[found[1]], value)
    return value

with open(template, encoding="utf-8") as f:
    print(json.dumps(fill(json.load(f)), indent=2, ensure_ascii=False))
P
}

control() { # PATH : the tenant's control interface
    local port
    port=$(json "$folder/tenant/endpoint.json" graph)
    $python - "$port$1" "$folder/tenant/ca.pem" <<'P'
import ssl, sys, urllib.request

opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), # loopback, whatever proxy the machine has
                                     urllib.request.HTTPSHandler(context=ssl.create_default_context(cafile=sys.argv[2])))
sys.stdout.write(opener.open(sys.argv[1], timeout=30).read().decode())
P
}

start() {
    if [ -d "$folder" ] && [ -n "$(ls -A "$folder")" ] && [ ! -e "$folder/.cloud-sync-setup-lab" ]; then
        die "$folder holds something that is no lab"
    fi
    mkdir -p "$folder"/{run,log,host}
    chmod 755 "$folder"
    : >"$folder/.cloud-sync-setup-lab"
    exec 9>"$folder/run/lock"
    flock -w 300 9 || die "another call works on $folder"
    {
        start_directory
        make_secrets
        start_tenant
        "$here/host/make-package.sh" "$folder/package"
        write_lab_file
        answers "${LAB_TEMPLATE:-$root/packaging/rehearsal-answers.json}" >"$folder/answers.json.new"
        mv "$folder/answers.json.new" "$folder/answers.json"
    } 9>&- # nothing that is started may hold the lock
}

stop() {
    stop_tenant
    stop_directory
}

is_lab() {
    [ -e "$folder/.cloud-sync-setup-lab" ] || die "$folder is not a lab"
}

case ${1:-} in start | fresh | stop | remove | status | env | answers | writes | last) ;; *)
    sed -n '5,21s/^# \{0,1\}//p' "$0" >&2
    exit 2
    ;;
esac
folder=$(realpath -m "${2:?FOLDER}")

case $1 in
start) start ;;
fresh)
    if [ -d "$folder" ]; then
        is_lab
        stop
        [ ! -d "$folder/dc" ] || "$here/dc/dc.sh" remove "$folder/dc"
        rm -rf "$folder"/{tenant,host,run,log,secrets,certificate,package,state,lab.json,answers.json}
    fi
    start
    ;;
stop)
    if [ -d "$folder" ]; then
        is_lab
        stop
    fi
    ;;
remove)
    if [ -d "$folder" ]; then
        is_lab
        stop
        rm -rf "$folder"
    fi
    ;;
status) tenant_running >/dev/null && "$here/dc/dc.sh" status "$folder/dc" ;;
env)
    is_lab
    printf "%s='%s'\n" LAB_FOLDER "$folder" LAB_ANSWERS "$folder/answers.json" KRB5_CONFIG "$folder/dc/krb5.conf" \
        LAB_TENANT_URL "$(json "$folder/tenant/endpoint.json" graph)" LAB_TENANT_CA "$folder/tenant/ca.pem" \
        LAB_DIRECTORY_URI "$(json "$folder/lab.json" directory uri)" LAB_DIRECTORY_CA "$folder/dc/ca.pem"
    ;;
answers)
    is_lab
    answers "${3:?FILE}"
    ;;
writes)
    is_lab
    control "/lab/record?writes=true&since=${3:-0}" | $python -c 'import json, sys; print(json.load(sys.stdin)["writes"])'
    ;;
last)
    is_lab
    control /lab/record | $python -c 'import json, sys
exchanges = json.load(sys.stdin)["exchanges"]
print(exchanges[-1]["n"] if exchanges else 0)'
    ;;
esac
