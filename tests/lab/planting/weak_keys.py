# SPDX-License-Identifier: EUPL-1.2
"""An RSA key with the structure of ROCA (CVE-2017-15361): each prime is k * M + (65537 ** a mod M), M the product of the
first 126 primes.  The fingerprint is in the modulus, so it needs no real device; the key protects nothing."""
import base64
import random


def first_primes(count):
    found, candidate = [], 2
    while len(found) < count:
        if all(candidate % p for p in found):
            found.append(candidate)
        candidate += 1
    return found


def is_prime(n, chance):
    if pow(2, n - 1, n) != 1:
        return False
    odd, twos = n - 1, 0
    while odd % 2 == 0:
        odd, twos = odd // 2, twos + 1
    for _ in range(12):
        x = pow(chance.randrange(2, n - 1), odd, n)
        if x in (1, n - 1):
            continue
        if not any((x := x * x % n) == n - 1 for _ in range(twos - 1)):
            return False
    return True


def roca_prime(chance):
    product = 1
    for p in first_primes(126):
        product *= p
    while True:
        k = chance.getrandbits(54) | 1 << 53
        n = k * product + pow(65537, chance.getrandbits(200), product)
        if n.bit_length() == 1024 and is_prime(n, chance):
            return n


def der_integer(n):
    body = n.to_bytes(n.bit_length() // 8 + 1, "big")
    return b"\x02" + der_length(len(body)) + body


def der_length(n):
    return bytes([n]) if n < 128 else bytes([0x82]) + n.to_bytes(2, "big")


def roca_key():
    """PEM, PKCS#1."""
    chance = random.Random(2026)
    p, q = roca_prime(chance), roca_prime(chance)
    d = pow(65537, -1, (p - 1) * (q - 1))
    body = b"".join(map(der_integer, (0, p * q, 65537, d, p, q, d % (p - 1), d % (q - 1), pow(q, -1, p))))
    text = base64.encodebytes(b"\x30" + der_length(len(body)) + body).decode()
    return "-----BEGIN RSA PRIVATE KEY-----\n%s-----END RSA PRIVATE KEY-----\n" % text
