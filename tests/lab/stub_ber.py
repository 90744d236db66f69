# SPDX-License-Identifier: EUPL-1.2
"""The little BER that stub_ldap.py needs: definite lengths, messages of at most 1 MiB."""

LARGEST = 1 << 20


def length(n):
    if n < 128:
        return bytes([n])
    body = n.to_bytes((n.bit_length() + 7) // 8, "big")
    return bytes([0x80 | len(body)]) + body


def tlv(tag, body):
    return bytes([tag]) + length(len(body)) + body


def sequence(body):
    return tlv(0x30, body)


def octets(value, tag=0x04):
    return tlv(tag, value.encode() if isinstance(value, str) else value)


def integer(n, tag=0x02):
    return tlv(tag, n.to_bytes(n.bit_length() // 8 + 1, "big"))


def element(data, at):
    """(tag, body, where the next one starts)"""
    tag, first, at = data[at], data[at + 1], at + 2
    size = first
    if first & 0x80:
        count = first & 0x7F
        if not 1 <= count <= 4:
            raise ValueError("length of %d bytes" % count)
        size, at = int.from_bytes(data[at:at + count], "big"), at + count
    if at + size > len(data):
        raise ValueError("element longer than its message")
    return tag, data[at:at + size], at + size


def unpack(data):
    """The elements of a constructed value, as (tag, body)."""
    found, at = [], 0
    while at < len(data):
        tag, body, at = element(data, at)
        found.append((tag, body))
    return found


def exactly(connection, count):
    data = b""
    while len(data) < count:
        more = connection.recv(count - len(data))
        if not more:
            raise EOFError
        data += more
    return data


def read_message(connection):
    """(message id, operation tag, operation body, [(control OID, critical, value)])"""
    head = exactly(connection, 2)
    if head[0] != 0x30:
        raise ValueError("not an LDAP message")
    size = head[1]
    if size & 0x80:
        size = int.from_bytes(exactly(connection, min(size & 0x7F, 8)), "big")
    if size > LARGEST:
        raise ValueError("message of %d bytes" % size)
    parts = unpack(exactly(connection, size))
    controls = []
    for tag, body in parts[2:]:
        for _, control in unpack(body) if tag == 0xA0 else []:
            fields = unpack(control)
            critical = any(t == 0x01 and v != b"\0" for t, v in fields)
            value = next((v for t, v in fields[1:] if t == 0x04), b"")
            controls.append((fields[0][1].decode(), critical, value))
    return int.from_bytes(parts[0][1], "big"), parts[1][0], parts[1][1], controls
