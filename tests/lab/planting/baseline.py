# SPDX-License-Identifier: EUPL-1.2
"""What a Windows domain has from its first day and Samba's provisioning lacks, so that no finding is Samba's alone:
the newer well-known groups, AdminSDHolder's own descriptor, and its copy on every protected account and group."""
import ldb
from samba.dcerpc import security
from samba.ndr import ndr_pack

from .directory import RELAX

# MS-ADTS 6.1.1.1.4.1 and 3.1.1.6.1.1: closed to inheritance, administrators and the system, nobody else but to read or
# to change one's own password
CHANGE_PASSWORD = "ab721a53-1e2f-11d0-9819-00aa0040529b"
HOLDER = ("O:DAG:DAD:PAI(A;;LCRPLORC;;;AU)(A;;CCDCLCSWRPWPLOCRSDRCWDWO;;;BA)(A;;CCDCLCSWRPWPLOCRRCWDWO;;;DA)(A;;CCDCLCSWRPWPLOCRRCWDWO;;;EA)"
          "(A;;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;SY)(OA;;CR;%s;;WD)(OA;;CR;%s;;PS)(OA;;RPWP;bf967a7f-0de6-11d0-a285-00aa003049e2;;CA)"
          "(OA;;RPWP;6db69a1c-9422-11d1-aebd-0000f80367c1;;S-1-5-32-561)(OA;;RP;46a9b11d-60ae-405a-b7e8-ff8a58d456d2;;S-1-5-32-560)"
          % (CHANGE_PASSWORD, CHANGE_PASSWORD))
GLOBAL, UNIVERSAL, BUILTIN = "-2147483646", "-2147483640", "-2147483643"
DOMAIN_GROUPS = ((522, "Cloneable Domain Controllers", GLOBAL), (526, "Key Admins", GLOBAL),
                 (527, "Enterprise Key Admins", UNIVERSAL))
BUILTIN_GROUPS = ((575, "RDS Remote Access Servers"), (576, "RDS Endpoint Servers"), (577, "RDS Management Servers"),
                  (578, "Hyper-V Administrators"),
                  (579, "Access Control Assistance Operators"), (580, "Remote Management Users"),
                  (582, "Storage Replica Administrators"))
PROTECTED_BUILTIN = "Administrators,Account Operators,Server Operators,Print Operators,Backup Operators,Replicator"
PROTECTED = "Domain Admins,Enterprise Admins,Schema Admins,Domain Controllers,Read-only Domain Controllers,Key Admins,Enterprise Key Admins,Administrator,krbtgt"


def build(d):
    for rid, name, kind in DOMAIN_GROUPS:
        d.add("CN=%s,%s" % (name, d.users), "group", [RELAX], sAMAccountName=name, groupType=kind,
              objectSid=ndr_pack(security.dom_sid("%s-%d" % (d.sid, rid))))
    for rid, name in BUILTIN_GROUPS:
        d.add("CN=%s,%s" % (name, d.builtin), "group", [RELAX], sAMAccountName=name, groupType=BUILTIN,
              systemFlags="-1946157056", isCriticalSystemObject="TRUE",
              objectSid=ndr_pack(security.dom_sid("S-1-5-32-%d" % rid)))
    d.domain_admins, d.protected = "CN=Domain Admins," + d.users, "CN=Protected Users," + d.users
    d.holder = "CN=AdminSDHolder," + d.system
    d.safe_descriptor = security.descriptor.from_sddl(HOLDER, d.dsid)
    d.write_descriptor(d.holder, d.safe_descriptor)
    for dn in ["CN=%s,%s" % (name, d.builtin) for name in PROTECTED_BUILTIN.split(",")] + ["CN=%s,%s" % (name, d.users)
                                                                                           for name in PROTECTED.split(",")]:
        d.put(dn, adminCount="1")
        d.write_descriptor(dn, d.safe_descriptor)


def tidy(d):
    """A domain that is well kept: what an audit finds here is either a false alarm or Samba's."""
    d.put(d.base, minPwdLength="14", pwdHistoryLength="24", lockoutThreshold="10", lockoutDuration="-18000000000",
          lockOutObservationWindow="-18000000000",
          maxPwdAge=str(-365 * 864000000000), pwdProperties="1", ms_DS_MachineAccountQuota="0",
          msDS_ExpirePasswordsOnSmartCardOnlyAccounts="TRUE",
          msDS_Behavior_Version="7", dSASignature=b"\1\0\0\0\x28" + b"\0" * 35)
    d.put("CN=Partitions," + d.config, msDS_Behavior_Version="7")
    d.put("CN=Directory Service,CN=Windows NT,CN=Services," + d.config, dSHeuristics="000000000100000000020000000113",
          tombstoneLifetime="180",
          msDS_Other_Settings=["DisableVLVSupport=0", "DenyUnauthenticatedBind=1"])
    controller = "CN=DC1," + d.controllers
    d.put(controller, msDS_SupportedEncryptionTypes="24", operatingSystem="Windows Server 2022 Standard",
          operatingSystemVersion="10.0 (20348)",
          lastLogonTimestamp=d.filetime(1))
    d.own(controller, d.sid + "-512")
    d.put("CN=Administrator," + d.users, userAccountControl=str(0x100200))
    for group in ("Schema Admins", "Group Policy Creator Owners"):
        d.change("CN=%s,%s" % (group, d.users), ldb.FLAG_MOD_DELETE, [], {"member": ["CN=Administrator," + d.users]})
    d.put("CN=Pre-Windows 2000 Compatible Access," + d.builtin, member=[])
    d.add("CN=127.0.0.0/8,CN=Subnets,CN=Sites," + d.config, "subnet",
          siteObject="CN=Default-First-Site-Name,CN=Sites," + d.config)
    d.grant(d.controllers, "(D;;DTSD;;;WD)")
