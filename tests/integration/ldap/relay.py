#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A relay in front of a lab controller's LDAPS port that reads every request.

It ends TLS with the controller's own certificate (so that names and channel binding stay right), parses the LDAP messages,
writes one JSON line for each request to --record and passes it on over TLS. It can also behave badly:
  --cut-after N     once, closes the client's connection after N search entries
  --silent-after N  passes on N search entries and then nothing any more
  --drop OPERATION  closes the connection when such a request comes, and does not pass it on
  --range A=N       answers attribute A in ranges of N values, as Active Directory does with its 1500
Prints the port it listens on. Ends with its standard input.
"""
import argparse
import json
import os
import socket
import ssl
import sys
import threading

OPERATIONS = {0x60: "bind", 0x42: "unbind", 0x63: "search", 0x66: "modify", 0x68: "add", 0x4A: "delete", 0x50: "abandon",
              0x77: "extended"}
SEARCH_ENTRY = 0x64


def read_tlv(data, at):
    """(tag, value, end) of the element at an offset, or None when it is not complete."""
    if len(data) < at + 2:
        return None
    tag, length, head = data[at], data[at + 1], 2
    if length & 0x80:
        count = length & 0x7F
        if len(data) < at + 2 + count:
            return None
        length, head = int.from_bytes(data[at + 2:at + 2 + count], "big"), 2 + count
    end = at + head + length
    return None if len(data) < end else (tag, data[at + head:end], end)


def elements(data):
    at = 0
    while at < len(data):
        tag, value, at = read_tlv(data, at)
        yield tag, value


def tlv(tag, value):
    length = len(value)
    if length < 0x80:
        return bytes([tag, length]) + value
    size = (length.bit_length() + 7) // 8
    return bytes([tag, 0x80 | size]) + length.to_bytes(size, "big") + value


def messages(receive):
    """Complete LDAP messages from a function that gives bytes."""
    data = b""
    while True:
        found = read_tlv(data, 0)
        while found:
            yield data[:found[2]]
            data = data[found[2]:]
            found = read_tlv(data, 0)
        more = receive()
        if not more:
            return
        data += more


class Relay:
    def __init__(self, options):
        self.options = options
        self.record = open(options.record, "a", buffering=1, encoding="utf-8")
        self.cut = options.cut_after
        self.lock = threading.Lock()
        self.server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.server.load_cert_chain(options.certificate, options.key)
        self.client = ssl.create_default_context(cafile=options.authority)

    def note(self, message):
        parts = list(elements(read_tlv(message, 0)[1]))
        tag, body = parts[1]
        entry = {"operation": OPERATIONS.get(tag, hex(tag)), "controls": {}}
        fields = list(elements(body)) if tag & 0x20 else []
        if tag == 0x63:
            entry["base"] = fields[0][1].decode()
            entry["scope"] = fields[1][1][0]
            entry["attributes"] = [v.decode() for _, v in elements(fields[7][1])]
        elif tag == 0x60:
            entry["dn"] = fields[1][1].decode()
            entry["mechanism"] = "simple" if fields[2][0] == 0x80 else next(elements(fields[2][1]))[1].decode()
        elif tag == 0x66:
            entry["dn"] = fields[0][1].decode()
        for control_tag, controls in parts[2:]:
            if control_tag != 0xA0:
                continue
            for _, control in elements(controls):
                inner = list(elements(control))
                value = next((v for t, v in inner[1:] if t == 0x04), b"")
                critical = any(t == 0x01 and v != b"\0" for t, v in inner[1:])
                entry["controls"][inner[0][1].decode()] = {"critical": critical, "value": value.hex()}
        with self.lock:
            self.record.write(json.dumps(entry) + "\n")
        return entry

    def limited(self, message):
        """The request with a range of --range in place of the whole attribute."""
        if not self.options.range:
            return message
        name, count = self.options.range.split("=")
        parts = list(elements(read_tlv(message, 0)[1]))
        if parts[1][0] != 0x63:
            return message
        fields = list(elements(parts[1][1]))

        def ranged(attribute):
            lower = attribute.decode().lower()
            if lower == name.lower():
                first = 0
            elif lower.startswith(name.lower() + ";range=") and lower.endswith("-*"):
                first = int(lower[len(name) + 7:-2])
            else:
                return attribute
            return b"%s;range=%d-%d" % (name.encode(), first, first + int(count) - 1)

        fields[7] = (fields[7][0], b"".join(tlv(t, ranged(v)) for t, v in elements(fields[7][1])))
        parts[1] = (0x63, b"".join(tlv(t, v) for t, v in fields))
        return tlv(0x30, b"".join(tlv(t, v) for t, v in parts))

    def answers(self, upstream, client):
        passed = 0
        for message in messages(lambda: upstream.recv(65536)):
            if next(t for t, _ in list(elements(read_tlv(message, 0)[1]))[1:]) == SEARCH_ENTRY:
                passed += 1
                with self.lock:
                    cut = self.cut is not None and passed > self.cut
                    if cut:
                        self.cut = None
                if cut:
                    break
            if self.options.silent_after is None or passed <= self.options.silent_after:
                client.sendall(message)
        for side in (client, upstream):
            try:
                side.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass

    def serve(self, raw):
        try:
            onward = socket.create_connection((self.options.host, 636))
            for side in (raw, onward):  # small messages in turn: without this each waits for an acknowledgement
                side.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            client = self.server.wrap_socket(raw, server_side=True)
            upstream = self.client.wrap_socket(onward, server_hostname=self.options.host)
            threading.Thread(target=self.guard, args=(self.answers, upstream, client), daemon=True).start()
            for message in messages(lambda: client.recv(65536)):
                if self.note(message)["operation"] == self.options.drop:
                    client.shutdown(socket.SHUT_RDWR)
                    break
                upstream.sendall(self.limited(message))
            upstream.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass  # a client that does not trust us, or went away

    @staticmethod
    def guard(function, *arguments):
        try:
            function(*arguments)
        except OSError:
            pass  # the connection was ended


def main():
    parser = argparse.ArgumentParser()
    for name in ("host", "certificate", "key", "authority", "record"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--cut-after", type=int)
    parser.add_argument("--silent-after", type=int)
    parser.add_argument("--range")
    parser.add_argument("--drop")
    relay = Relay(parser.parse_args())
    listener = socket.create_server((relay.options.host, 0))
    print(listener.getsockname()[1], flush=True)

    def accept():
        while True:
            connection, _ = listener.accept()
            threading.Thread(target=relay.serve, args=(connection,), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    sys.stdin.read()
    os._exit(0)  # threads wait on sockets


main()
