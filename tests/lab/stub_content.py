# SPDX-License-Identifier: EUPL-1.2
"""What stub_ldap.py serves: a rootDSE, three partitions, some users and one group; filters; ranges of values."""
import struct

from stub_ber import octets, sequence, tlv, unpack

BASE = "DC=stub,DC=test"
CONFIG, SCHEMA = "CN=Configuration," + BASE, "CN=Schema,CN=Configuration," + BASE
NAMED_ONLY = {"ntsecuritydescriptor"}      # `*` does not return them


def sid(*numbers):
    return bytes([1, len(numbers), 0, 0, 0, 0, 0, 5]) + struct.pack("<%dI" % len(numbers), *numbers)


def descriptor():
    """Self-relative: owner and group Administrators, full control to the system."""
    owner, system = sid(32, 544), sid(18)
    ace = struct.pack("<BBHI", 0, 0, 8 + len(system), 0xF01FF) + system
    acl = struct.pack("<BBHHH", 4, 0, 8 + len(ace), 1, 0) + ace
    head = struct.pack("<BBHIIII", 1, 0, 0x8004, 20, 20 + len(owner), 0, 20 + 2 * len(owner))
    return head + owner + owner + acl


def entry(dn, classes, **attributes):
    values = {"objectClass": classes, "distinguishedName": [dn], "nTSecurityDescriptor": [descriptor()]}
    values.update({name.replace("_", "-"): value if isinstance(value, list) else [value] for name,
                   value in attributes.items()})
    return dn, values


def directory(users, members):
    root = entry("", ["top"], namingContexts=[BASE, CONFIG, SCHEMA], defaultNamingContext=BASE,
                 rootDomainNamingContext=BASE,
                 configurationNamingContext=CONFIG, schemaNamingContext=SCHEMA, supportedLDAPVersion="3",
                 dnsHostName="dc1.stub.test",
                 supportedCapabilities="1.2.840.113556.1.4.800", domainFunctionality="7", forestFunctionality="7",
                 domainControllerFunctionality="7",
                 supportedControl=["1.2.840.113556.1.4.319", "1.2.840.113556.1.4.801"], isSynchronized="TRUE",
                 currentTime="20260101000000.0Z")
    domain = (21, 1111, 2222, 3333)
    found = [root, entry(BASE, ["top", "domain", "domainDNS"], objectSid=sid(*domain), msDS_Behavior_Version="7"),
             entry(CONFIG, ["top", "configuration"], cn="Configuration"),
             entry(SCHEMA, ["top", "dMD"], cn="Schema", objectVersion="88"),
             entry("CN=Users," + BASE, ["top", "container"], cn="Users")]
    for i in range(users):
        found.append(entry("CN=utilisateur%05d,CN=Users,%s" % (i, BASE),
                           ["top", "person", "organizationalPerson", "user"], cn="utilisateur%05d" % i,
                           sAMAccountName="utilisateur%05d" % i, userAccountControl="512",
                           objectSid=sid(*domain, 2000 + i)))
    names = ["CN=utilisateur%05d,CN=Users,%s" % (i, BASE) for i in range(members)]
    found.append(entry("CN=Grand groupe,CN=Users," + BASE, ["top", "group"], cn="Grand groupe",
                       sAMAccountName="Grand groupe", groupType="-2147483646",
                       objectSid=sid(*domain, 1500), member=names))
    return found


def exists(entries, base):
    return any(dn.lower() == base for dn, _ in entries)


def under(entries, base, scope):
    for dn, values in entries:
        name = dn.lower()
        if scope == 0 or (name == base and scope == 2):
            chosen = name == base
        else:
            chosen = bool(base) and name.endswith("," + base) and (scope == 2 or "," not in name[:-len(base) - 1])
        # partitions are asked one by one: a search of the domain does not go down into the configuration
        if chosen and partition(name) == partition(base):
            yield dn, values


def partition(name):
    return next((p for p in (SCHEMA, CONFIG, BASE) if name.endswith(p.lower())), "")


def text(value):
    return (value if isinstance(value, bytes) else value.encode()).lower()


def matches(found, flt):
    tag, body = flt
    if tag in (0xA0, 0xA1):
        results = (matches(found, part) for part in unpack(body))
        return all(results) if tag == 0xA0 else any(results)
    if tag == 0xA2:
        return not matches(found, unpack(body)[0])
    values = {name.lower(): value for name, value in found[1].items()}
    if tag == 0x87:
        return body.decode().lower() in values
    if tag == 0xA3:
        name, wanted = (value for _, value in unpack(body))
        return any(text(value) == wanted.lower() for value in values.get(name.decode().lower(), []))
    return False                               # anything else: undefined, as for an unknown attribute


def ranged(name, values, option, most):
    """Name and values as a server with MaxValRange gives them."""
    first, last = 0, most - 1
    if option:
        low, high = option.split("-")
        first, last = int(low), min(int(high) if high != "*" else 1 << 31, int(low) + most - 1)
    if not option and len(values) <= most:
        return [(name, values)]
    chosen = values[first:last + 1]
    end = "*" if first + len(chosen) >= len(values) else str(last)
    answer = [("%s;range=%d-%s" % (name, first, end), chosen)]
    return answer if option else [(name, [])] + answer


def encode(found, asked, most):
    """A SearchResultEntry."""
    dn, values = found
    options = dict((a.lower().split(";range=") + [""])[:2] for a in asked)
    attributes = b""
    for name, value in values.items():
        wanted = name.lower() in options or (name.lower() not in NAMED_ONLY and (not asked or "*" in options))
        if wanted:
            for label, part in ranged(name, value, options.get(name.lower(), ""), most):
                attributes += sequence(octets(label) + tlv(0x31, b"".join(octets(v) for v in part)))
    return tlv(0x64, octets(dn) + sequence(attributes))
