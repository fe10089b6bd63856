#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# dc.sh - throw-away Active Directory domain controllers (Samba) for the tests and the rehearsal. See README.md.
#
#   dc.sh template              build the template of the chosen variant unless it is cached; prints its folder
#   dc.sh start DIR [ADDRESS]   start the controller in DIR (a copy of the template when DIR is absent) and print its
#                               variables; ADDRESS is 127.x.y.z, or `auto` (default): the one used before, else a free one
#   dc.sh stop DIR              stop it; DIR stays and can be started again with all that was written
#   dc.sh remove DIR            stop it at once and delete DIR
#   dc.sh env DIR               the variables of a started controller, for `eval` or `source`
#   dc.sh status DIR            exit code 0 when it runs
#   dc.sh run DIR COMMAND...    run COMMAND with Kerberos, certificate authority and host names of that controller
#
# Settings (environment):
#   DC_REALM=CONTOSO.TEST  realm; the NetBIOS name is its first label     DC_EXCHANGE=1   with the Exchange schema
#   DC_UNSEEDED=1          a bare domain                                  DC_DNS=1        serves DNS on ADDRESS:53
#   DC_OWNER=PID           the controller ends when process PID ends      DC_LIMIT=SEC    ... or after this time
#   DC_CACHE=DIR           where templates are kept (default $XDG_CACHE_HOME/cloud-sync-setup/lab)
set -euo pipefail
shopt -s inherit_errexit
export LC_ALL=C.UTF-8
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
python=/usr/bin/python3 # Samba's modules belong to the system's interpreter, whatever comes first in PATH

die() {
    echo "dc.sh: $*" >&2
    exit 1
}

realm=${DC_REALM:-CONTOSO.TEST}
realm=${realm^^}
[[ $realm =~ ^[A-Z][A-Z0-9-]{0,14}(\.[A-Z0-9-]+)+$ ]] || die "DC_REALM must look like CONTOSO.TEST"
domain=${realm,,}
netbios=${realm%%.*}
controller=dc1
cache=${DC_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/cloud-sync-setup/lab}
admin_password='Lab-Adm1n-Passw0rd'
# Where several users of one machine can see each other's reservations of addresses.
reservations=/tmp/cloud-sync-setup-lab-addresses

# ---------------------------------------------------------------------------------------------------- template

variant() { # the inputs of a template, one a line; their hash is its name
    samba --version
    printf '%s\n' "$realm" "exchange=${DC_EXCHANGE:-0}" "unseeded=${DC_UNSEEDED:-0}" "$admin_password"
    local f
    for f in "$here"/dc.sh "$here"/seed.py "$here"/seed/*.py "$here"/exchange/*.ldif; do
        [ -e "$f" ] && sha256sum <"$f"
    done
}

template_folder() {
    echo "$cache/$(variant | sha256sum | cut -c1-16)"
}

smb_conf() { # DIR ADDRESS
    cat <<E
[global]
	netbios name = ${controller^^}
	realm = $realm
	workgroup = $netbios
	server role = active directory domain controller
	# without it provision refuses --function-level=2016
	ad dc functional level = 2016
	# the mask lets Samba take an address that no interface lists
	interfaces = $2/8
	bind interfaces only = yes
	private dir = $1/private
	state directory = $1/state
	cache directory = $1/cache
	lock directory = $1/run
	pid directory = $1/run
	binddns dir = $1/bind-dns
	ncalrpc dir = $1/run/ncalrpc
	winbindd socket directory = $1/run/winbindd
	ntp signd socket directory = $1/run/ntp_signd
	log file = $1/log/log.samba
	max log size = 0
	logging = file
	disable spoolss = yes
	load printers = no
	printing = bsd
	printcap name = /dev/null
	dns forwarder =
	server services = rpc, ldap, cldap, kdc${DC_DNS:+, dns}
	prefork children = 1
	dsdb:schema update allowed = true
	# no fsync: four times the writes a second, and nothing here has to outlive a power cut
	ldb:nosync = true
[sysvol]
	path = $1/state/sysvol
	read only = no
[netlogon]
	path = $1/state/sysvol/$domain/scripts
	read only = no
E
}

quietly() { # LOG COMMAND... : output goes to the log, and its end is shown on failure
    local log=$1
    shift
    "$@" >>"$log" 2>&1 </dev/null || {
        tail -n 25 "$log" >&2
        die "failed: $1 ${2:-}"
    }
}

build_template() { # FOLDER
    local final=$1 new="$1.new.$$" log db
    find "$cache" -mindepth 1 -maxdepth 1 -mtime +7 -exec rm -rf {} +
    rm -rf "$final".new.*
    mkdir -p "$new"/{etc,log,run}
    log=$new/log/template.log
    db=$new/private/sam.ldb
    smb_conf "$new" 127.0.0.1 >"$new/etc/smb.conf"
    # A fixed domain SID makes every access control entry of a run predictable. It differs from realm to realm.
    local sid
    sid=$($python -c 'import hashlib, sys
h = hashlib.sha256(sys.argv[1].encode()).hexdigest()
print("S-1-5-21-%d-%d-%d" % tuple(int(h[i:i + 7], 16) for i in (0, 8, 16)))' "$realm")
    # The step that sets access control lists on sysvol needs root and file system support; nothing here serves files.
    quietly "$log" $python -c 'import sys, samba.provision
samba.provision.setsysvolacl = lambda *a, **k: None
from samba.netcmd.main import samba_tool
sys.exit(samba_tool(*sys.argv[1:]))' domain provision -s "$new/etc/smb.conf" --targetdir="$new" --realm="$realm" \
        --domain="$netbios" --domain-sid="$sid" --host-name=$controller --host-ip=127.0.0.1 --server-role=dc \
        --dns-backend=SAMBA_INTERNAL --function-level=2016 --base-schema=2019 --adminpass="$admin_password"
    # The service principal names that a running controller with dynamic DNS would add; GSSAPI needs ldap/dc1...
    quietly "$log" samba_spnupdate -s "$new/etc/smb.conf"
    # Tests may set any password and set it again; nothing expires by the template's age, but expiry as such works.
    # A lockout threshold makes the server count refused passwords (badPwdCount), which tests read.
    quietly "$log" samba-tool domain passwordsettings set -H "$db" --complexity=off --history-length=0 \
        --min-pwd-age=0 --max-pwd-age=999 --min-pwd-length=4 --account-lockout-threshold=10
    if [ -n "${DC_EXCHANGE:-}" ]; then
        local base part
        base=DC=${domain//./,DC=}
        # Each file is one transaction: a class cannot use attributes that the same transaction makes.
        for part in "$here"/exchange/*.ldif; do
            sed "s/@BASE@/$base/g" "$part" >"$new/run/part.ldif"
            quietly "$log" ldbmodify -H "$db" --option='dsdb:schema update allowed=true' "$new/run/part.ldif"
        done
    fi
    if [ -z "${DC_UNSEEDED:-}" ]; then
        quietly "$log" $python "$here/seed.py" "$new"
    fi
    make_authority "$new/private/tls"
    cp "$new/private/tls/ca.pem" "$new/ca.pem" # beside the keys nobody else may look
    rm -rf "$new/run"
    mv "$new" "$final"
}

make_authority() { # FOLDER: a certificate authority for this template, and the controllers' key
    mkdir -p "$1"
    chmod 700 "$1"
    (
        cd "$1"
        umask 077
        openssl req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 3650 \
            -subj "/O=Cloud Sync Setup lab/CN=$netbios lab authority" -addext basicConstraints=critical,CA:TRUE \
            -addext keyUsage=critical,keyCertSign,cRLSign
        openssl genrsa -out key.pem 2048
    ) 2>/dev/null
    chmod 644 "$1/ca.pem"
}

template() { # prints the folder; builds it once even when many ask at the same time
    local folder
    folder=$(template_folder)
    if [ ! -d "$folder" ]; then
        mkdir -p "$cache"
        (
            flock 8
            [ -d "$folder" ] || build_template "$folder"
        ) 8>"$folder.lock"
    fi
    touch "$folder" # the time of use; what nobody used for a week goes when a template is built
    echo "$folder"
}

# --------------------------------------------------------------------------------------------------- addresses

listening() { # ADDRESS PORT
    (exec 3<>"/dev/tcp/$1/$2") 2>/dev/null
}

free_address() { # ADDRESS : nothing listens on the ports a controller cannot move
    local port
    for port in 389 636 88 3268; do
        ! listening "$1" $port || return 1
    done
}

reserve() { # ADDRESS PID : true when the address is now PID's; a reservation of an ended process is worth nothing
    local file=$reservations/$1 holder
    holder=$(cat "$file" 2>/dev/null) || holder=
    if [ -n "$holder" ] && [ "$holder" != "$2" ] && [ -e "/proc/$holder" ]; then
        return 1
    fi
    free_address "$1" || return 1
    # another user's leftover cannot be replaced: then the address is not ours to take
    { rm -f "$file" && echo "$2" >"$file"; } 2>/dev/null
}

choose_address() { # [WISHED] : sets $address, reserved for this process
    mkdir -p "$reservations"
    chmod 1777 "$reservations" 2>/dev/null || true
    [ -e "$reservations/.lock" ] || : >>"$reservations/.lock"
    # read only: in a folder like /tmp the kernel refuses to open others' files with a right to create them
    exec 7<"$reservations/.lock"
    flock 7
    address=
    if [ -n "${1:-}" ]; then
        [[ $1 =~ ^127\.[0-9]+\.[0-9]+\.[0-9]+$ ]] || die "a 127.x.y.z address, please"
        reserve "$1" $$ || die "$1 is in use"
        address=$1
    else
        local try candidate
        for try in $(seq 1 200); do
            candidate=127.0.$((RANDOM % 254 + 1)).$((RANDOM % 254 + 1))
            if reserve "$candidate" $$; then
                address=$candidate
                break
            fi
        done
        [ -n "$address" ] || die "no free loopback address after $try tries"
    fi
    exec 7>&-
}

# ------------------------------------------------------------------------------------------------ start and stop

start_time() { # PID : clock ticks since boot, so that a recycled process id is not taken for ours
    sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f20
}

running() { # DIR : prints the process id (which is also the group) of the controller, if it runs
    local pid started
    read -r pid started 2>/dev/null <"$1/run/controller.pid" || return 1
    [ -n "$started" ] && [ "$(start_time "$pid")" = "$started" ] && echo "$pid"
}

sign_certificate() { # DIR ADDRESS
    (
        cd "$1/private/tls"
        umask 077
        printf '%s\n' "subjectAltName=DNS:$controller.$domain,DNS:$domain,IP:$2" basicConstraints=critical,CA:FALSE \
            keyUsage=digitalSignature,keyEncipherment extendedKeyUsage=serverAuth >cert.ext
        openssl req -new -key key.pem -subj "/CN=$controller.$domain" -out cert.csr
        openssl x509 -req -in cert.csr -CA ca.pem -CAkey ca.key -set_serial "0x$(openssl rand -hex 8)" -days 3650 \
            -extfile cert.ext -out cert.pem
        rm -f cert.csr cert.ext
    ) 2>/dev/null
}

krb5_conf() { # ADDRESS
    cat <<E
[libdefaults]
	default_realm = $realm
	dns_lookup_realm = false
	dns_lookup_kdc = false
	dns_canonicalize_hostname = false
	rdns = false
	udp_preference_limit = 0
[realms]
	$realm = {
		kdc = $1
		kpasswd_server = $1
		admin_server = $1
	}
[domain_realm]
	.$domain = $realm
	$domain = $realm
	$1 = $realm
E
}

write_env() { # DIR ADDRESS
    cat <<E
DC_DIR='$1'
DC_ADDRESS=$2
DC_HOST=$controller.$domain
DC_URI=ldaps://$2
DC_DOMAIN=$domain
DC_REALM=$realm
DC_NETBIOS=$netbios
DC_BASE=DC=${domain//./,DC=}
DC_ADMIN=Administrator@$domain
DC_ADMIN_PASSWORD='$admin_password'
DC_CA='$1/ca.pem'
DC_SAM='$1/private/sam.ldb'
DC_MANIFEST='$1/manifest.json'
DC_NSS_WRAPPER=libnss_wrapper.so
KRB5_CONFIG='$1/krb5.conf'
KRB5CCNAME='FILE:$1/run/krb5cc'
LDAPTLS_CACERT='$1/ca.pem'
NSS_WRAPPER_HOSTS='$1/hosts'
E
}

adopt_realm() { # DIR : a controller keeps the realm it was made with
    realm=$(sed -n 's/^\trealm = //p' "$1/etc/smb.conf")
    [ -n "$realm" ] || die "$1 is not a controller's folder"
    domain=${realm,,}
    netbios=${realm%%.*}
}

publish_name() { # DIR ADDRESS [ADDRESS BEFORE] : in the DNS zone, dc1 and the domain point at the address of this copy
    local name change
    for name in $controller @; do
        change=(add "$2" "$domain" "$name" A "$2")
        if [ -n "${3:-}" ]; then change=(update "$2" "$domain" "$name" A "$3" "$2"); fi
        KRB5_CONFIG=$1/krb5.conf quietly "$1/log/dns.log" samba-tool dns "${change[@]}" -s "$1/etc/smb.conf" \
            -U "Administrator%$admin_password"
    done
}

start() { # DIR [ADDRESS]
    local dir=$1 wished=${2:-auto} before=
    [ "$(id -u)" = 0 ] || [ "$(cat /proc/sys/net/ipv4/ip_unprivileged_port_start)" -le 88 ] ||
        grep -q '^CapAmb:.*[4-7c-f]..$' /proc/self/status || die "ports 88, 389 and 636 need root (or CAP_NET_BIND_SERVICE)"
    if [ ! -d "$dir" ]; then
        local from
        from=$(template)
        mkdir -p "$(dirname "$dir")"
        cp -a --reflink=auto "$from" "$dir"
    fi
    dir=$(cd "$dir" && pwd)
    adopt_realm "$dir"
    if running "$dir" >/dev/null; then die "$dir is already running"; fi
    before=$(sed -n 's/^DC_ADDRESS=//p' "$dir/env" 2>/dev/null) || true
    local address
    if [ "$wished" = auto ]; then
        wished=
        if [ -n "$before" ] && free_address "$before"; then wished=$before; fi
    fi
    choose_address "$wished"
    rm -rf "$dir/run"
    mkdir -p "$dir"/{run,log}
    chmod 755 "$dir" "$dir/run"
    smb_conf "$dir" "$address" >"$dir/etc/smb.conf"
    krb5_conf "$address" >"$dir/krb5.conf"
    echo "$address $controller.$domain $controller $domain" >"$dir/hosts"
    write_env "$dir" "$address" >"$dir/env"
    if [ "$before" != "$address" ]; then sign_certificate "$dir" "$address"; fi
    # A service principal name for the bare address, so that Kerberos works without a name as well.
    local spn="ldap/$address" controller_dn="CN=${controller^^},OU=Domain Controllers,DC=${domain//./,DC=}"
    if [ "$before" != "$address" ]; then
        {
            printf 'dn: %s\nchangetype: modify\n' "$controller_dn"
            if [ -n "$before" ]; then
                printf 'delete: servicePrincipalName\nservicePrincipalName: ldap/%s\n-\n' "$before"
            fi
            printf 'add: servicePrincipalName\nservicePrincipalName: %s\n' "$spn"
        } >"$dir/run/spn.ldif"
        quietly "$dir/log/start.log" ldbmodify -H "$dir/private/sam.ldb" "$dir/run/spn.ldif"
    fi
    # setsid makes the controller the leader of a group of its own; the watcher of DC_OWNER is a member of that group.
    # shellcheck disable=SC2016
    setsid bash -c 'owner=$1; shift
        [ -z "$owner" ] || (tail --pid="$owner" -s 1 -f /dev/null; kill -KILL -- -$$) &
        exec "$@"' watch "${DC_OWNER:-}" samba -s "$dir/etc/smb.conf" --foreground --no-process-group \
        ${DC_LIMIT:+--maximum-runtime="$DC_LIMIT"} </dev/null >"$dir/log/stdout" 2>&1 &
    local pid=$!
    echo "$pid $(start_time $pid)" >"$dir/run/controller.pid"
    echo "$pid" >"$reservations/$address"
    await_ready "$dir" "$address" "$pid"
    if [ -n "${DC_DNS:-}" ] && [ "$(cat "$dir/dns-address" 2>/dev/null)" != "$address" ]; then
        publish_name "$dir" "$address" "$(cat "$dir/dns-address" 2>/dev/null)"
        echo "$address" >"$dir/dns-address"
    fi
    cat "$dir/env"
}

await_ready() { # DIR ADDRESS PID : LDAPS answers a verified search and the KDC listens, within a limit
    local limit=$((SECONDS + ${DC_READY_LIMIT:-90}))
    while :; do
        if [ ! -e "/proc/$3" ]; then
            tail -n 20 "$1/log/stdout" "$1/log/log.samba" >&2 2>/dev/null || true
            die "the controller in $1 ended while starting"
        fi
        if listening "$2" 88 && listening "$2" 636 && LDAPTLS_CACERT=$1/ca.pem ldapsearch -LLL -x \
            -o nettimeout=5 -H "ldaps://$2" -b '' -s base defaultNamingContext >/dev/null 2>&1; then
            return
        fi
        if [ $SECONDS -ge $limit ]; then
            stop "$1" KILL
            die "the controller in $1 was not ready in time"
        fi
        sleep 0.05
    done
}

group_alive() { # PGID : a member that is not a zombie
    # shellcheck disable=SC2009
    ps -o stat= -g "$1" 2>/dev/null | grep -qv '^ *Z'
}

stop() { # DIR [SIGNAL]
    local pid limit address holder
    if pid=$(running "$1"); then
        limit=$((SECONDS + 5))
        # The leader first: on TERM it ends its children in order. What is left after the limit is killed as a group.
        kill "-${2:-TERM}" "$pid" 2>/dev/null || true
        while [ "${2:-TERM}" = TERM ] && [ -e "/proc/$pid" ] && [ $SECONDS -lt $limit ]; do sleep 0.02; done
        while group_alive "$pid"; do
            kill -KILL -- "-$pid" 2>/dev/null || true
            sleep 0.02
        done
    fi
    if [ -e "$1/run/controller.pid" ]; then
        read -r pid _ <"$1/run/controller.pid"
        address=$(sed -n 's/^DC_ADDRESS=//p' "$1/env")
        holder=$(cat "$reservations/$address" 2>/dev/null) || holder=
        if [ "$holder" = "$pid" ]; then rm -f "$reservations/$address"; fi
        rm -f "$1/run/controller.pid"
    fi
}

case ${1:-} in
template) template ;;
start) start "${2:?DIR}" "${3:-auto}" ;;
stop) stop "${2:?DIR}" ;;
remove)
    [ ! -d "${2:?DIR}" ] || [ -e "$2/private/sam.ldb" ] || die "$2 is not a controller's folder"
    stop "$2" KILL
    rm -rf "$2"
    ;;
env) cat "${2:?DIR}/env" ;;
status) running "${2:?DIR}" >/dev/null ;;
run)
    dir=${2:?DIR}
    shift 2
    set -a
    # shellcheck source=/dev/null
    source "$dir/env"
    set +a
    LD_PRELOAD=$DC_NSS_WRAPPER exec "$@"
    ;;
*)
    sed -n '5,19s/^# \{0,1\}//p' "$0" >&2
    exit 2
    ;;
esac
