// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/collect/gate.hpp"
#include "audits/exposure/collect/target.hpp"
#include "audits/exposure/facts.hpp"
#include "core/progress.hpp"

/// The steps of an audit, in their order. Each adds to the facts what it read, and a gap for what it could not.
namespace hygie::exposure {

struct Work {
  const Target& target;
  Gate& gate;
  core::Progress& progress;
  ExposureFacts& facts;

  void gap(Part part, std::string why) const { facts.gaps.push_back({std::string(to_string(part)), std::move(why)}); }
};

/// Names and where they lead; nobody but the resolver is contacted.
void read_names(const Work& work);
/// The names that the declaration, the inventory and files give; nothing is sent, nobody is asked where they lead.
void name_what_files_tell(const Work& work);
/// The addresses that may be asked, as hosts; the others are said in the names' standing.
void choose_hosts(const Work& work);
/// Which ports are open.
void read_ports(const Work& work);
/// What speaks on the open ones.
void read_services(const Work& work);
/// What other tools found of what is declared.
void read_imports(const Work& work);
/// What the feeds say of the products that were seen.
void read_vulnerabilities(const Work& work);
/// What answers over UDP.
void read_udp(const Work& work);
/// What they do with TLS, and the certificates that they serve.
void read_tls(const Work& work);

}  // namespace hygie::exposure
