// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/sites.hpp"

namespace hygie::exposure {

// An interface that answers without a password is wrong wherever it is; one that asks for it, from the internet alone.
Findings search_open(const ExposureFacts& facts, const Params&) {
  return no_sign(facts, {.kinds = {"api"}, .names = {"elasticsearch", "couchdb", "hadoop"}, .access = "open"});
}
Findings docker_open(const ExposureFacts& facts, const Params&) {
  return no_sign(facts, {.kinds = {"api"}, .names = {"docker"}, .access = "open"});
}
Findings kubernetes_open(const ExposureFacts& facts, const Params&) {
  return no_sign(facts, {.kinds = {"api"}, .names = {"kubernetes", "kubelet"}, .access = "open"});
}
Findings cluster_open(const ExposureFacts& facts, const Params&) {
  return no_sign(facts, {.kinds = {"api"}, .names = {"etcd", "consul"}, .access = "open"});
}
Findings metrics_open(const ExposureFacts& facts, const Params&) {
  return no_sign(facts, {.kinds = {"api"}, .names = {"prometheus", "node-exporter", "influxdb"}, .access = "open"});
}
Findings interface_open(const ExposureFacts& facts, const Params&) {
  return no_sign(facts, {.kinds = {"api"},
                         .except = {"elasticsearch", "couchdb", "hadoop", "docker", "kubernetes", "kubelet", "etcd",
                                    "consul", "prometheus", "node-exporter", "influxdb"},
                         .access = "open"});
}
Findings interface_exposed(const ExposureFacts& facts, const Params&) {
  return no_sign(facts, {.kinds = {"api"}, .access = "asked", .from_internet = true});
}

}  // namespace hygie::exposure
