package outbound

import "net/netip"

// closed are the networks of IPv4 that belong to nobody on the internet: this
// machine, the company's own, those between, and where clouds answer questions
// about the machine (169.254.169.254, 100.100.100.200, 168.63.129.16).
var closed = prefixes(
	"0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "168.63.129.16/32", "169.254.0.0/16",
	"172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
	"198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
)

// Of IPv6 only what is routed on the internet is open, without the parts that
// are tunnels or examples: an IPv4 address in IPv6's garb is no way in.
var (
	routed  = netip.MustParsePrefix("2000::/3")
	closed6 = prefixes("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
)

// never are the places that no configuration opens: neighbours on the wire,
// where clouds keep a machine's passwords, and groups.
var never = prefixes("169.254.0.0/16", "100.100.100.200/32", "168.63.129.16/32", "224.0.0.0/4",
	"fe80::/10", "fd00:ec2::/32", "ff00::/8")

func prefixes(texts ...string) (all []netip.Prefix) {
	for _, text := range texts {
		all = append(all, netip.MustParsePrefix(text))
	}
	return all
}

func within(ip netip.Addr, networks []netip.Prefix) bool {
	for _, n := range networks {
		if n.Contains(ip) {
			return true
		}
	}
	return false
}

// public reports whether an address is somewhere on the internet.
func public(ip netip.Addr) bool {
	if ip.Is4() {
		return !within(ip, closed)
	}
	return ip.Is6() && !ip.Is4In6() && ip.Zone() == "" && routed.Contains(ip) && !within(ip, closed6) && !isatap(ip)
}

// isatap tells addresses that carry an IPv4 address of a tunnel inside (RFC 5214).
func isatap(ip netip.Addr) bool {
	b := ip.As16()
	return b[8]&^2 == 0 && b[9] == 0 && b[10] == 0x5e && b[11] == 0xfe
}
