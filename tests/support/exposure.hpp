// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/facts.hpp"
#include "audits/exposure/registry.hpp"
#include "core/finding.hpp"
#include "tests/support/findings.hpp"

#include <string_view>

/// Facts written in tests: a hospital that shows what it must and no more, and small steps to spoil it.
namespace hygie::test {

/// The exposure on which no check fails: a web site, a mail exchanger, a VPN gateway, their zone, all declared.
exposure::ExposureFacts sound_exposure();

/// TLS as it should be: one endpoint on that service, with that certificate.
exposure::Tls sound_endpoint(std::string_view service, const exposure::Certificate& certificate);
/// Adds it for the web site of sound_exposure().
void add_sound_tls(exposure::ExposureFacts& facts);
/// A mail exchanger and a gateway of a virtual private network, declared.
void add_sound_services(exposure::ExposureFacts& facts);

/// Its zone, signed, and what it publishes about its mail.
void add_sound_dns(exposure::ExposureFacts& facts);

/// Adds a TCP service at 192.0.2.66 that speaks that protocol; valid until the next addition.
exposure::Service& add_service(exposure::ExposureFacts& facts, std::string_view protocol, std::uint16_t port,
                               std::string_view transport = "tcp");

/// Runs the check by id with the catalogue's default parameters, or others.
core::Findings run(std::string_view check, const exposure::ExposureFacts& facts, Overrides overrides = {});
/// The worst verdict of it: fail, unknown, pass, not_applicable.
core::Verdict verdict(std::string_view check, const exposure::ExposureFacts& facts, Overrides overrides = {});
/// The only finding of it that fails; the test fails when there is none or more than one.
core::Finding failure(std::string_view check, const exposure::ExposureFacts& facts, Overrides overrides = {});
std::size_t failures(std::string_view check, const exposure::ExposureFacts& facts, Overrides overrides = {});
/// A gap of that part: what every check that needs it must answer `unknown` to.
void lose(exposure::ExposureFacts& facts, exposure::Part part);

}  // namespace hygie::test
