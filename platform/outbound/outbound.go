// Package outbound decides whither the program may talk: to the internet, and
// to those services of the company's own network that its configuration names.
// It is the only package that dials. What counts is the address at the moment
// of connecting, however a name or a redirect led there.
package outbound

import (
	"context"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strings"
	"syscall"
	"time"

	"erba/kernel"
)

const (
	patience  = 10 * time.Second // for a connection, for TLS, until an answer begins
	finishes  = 3                // times that for everything, redirects included
	redirects = 5
	largest   = 16 << 20 // bytes of an answer, unpacked
)

// door lets connections out.
type door struct {
	names    []string // host:port of our own network
	networks []netip.Prefix
	ports    []string // open on the internet
	patience time.Duration
	resolver *net.Resolver // nil is the system's
}

// New is the client through which everything leaves. Own are services of the
// company's own network: host:port, or a network such as 10.1.0.0/16.
func New(own ...string) (*http.Client, error) {
	d, err := doorTo(own)
	if err != nil {
		return nil, err
	}
	return d.client(), nil
}

// Only sends everything that leaves through New's client, also what a library
// sends by itself; the places have commas between.
func Only(own string) error {
	client, err := New(strings.FieldsFunc(own, func(r rune) bool { return r == ',' || r == ' ' })...)
	if err == nil {
		http.DefaultTransport, http.DefaultClient = client.Transport, client
	}
	return err
}

func doorTo(own []string) (*door, error) {
	d := &door{ports: []string{"80", "443"}, patience: patience}
	for _, place := range own {
		network, err := netip.ParsePrefix(place)
		if err == nil {
			d.networks = append(d.networks, network)
			continue
		}
		if _, _, err := net.SplitHostPort(place); err != nil {
			return nil, kernel.Invalid("outbound.bad_place", "place", place)
		}
		d.names = append(d.names, strings.ToLower(place))
	}
	return d, nil
}

// client asks no proxy: that would resolve the names, and connect, out of our sight.
func (d *door) client() *http.Client {
	return &http.Client{Timeout: finishes * d.patience, CheckRedirect: follow, Transport: limited{&http.Transport{
		DialContext: d.dial, ForceAttemptHTTP2: true, TLSHandshakeTimeout: d.patience, ResponseHeaderTimeout: d.patience,
		MaxResponseHeaderBytes: 64 << 10, MaxIdleConns: 10, IdleConnTimeout: time.Minute}}}
}

type ownKey struct{}

// dial connects to host:port, which the configuration names or the internet serves on the web's ports.
func (d *door) dial(ctx context.Context, network, addr string) (net.Conn, error) {
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, refused(addr)
	}
	own := slices.Contains(d.names, strings.ToLower(addr))
	if !own && disguised(host) || !own && !slices.Contains(d.ports, port) && !d.ours(host) {
		return nil, refused(addr)
	}
	dialer := net.Dialer{Timeout: d.patience, Resolver: d.resolver, ControlContext: d.check}
	return dialer.DialContext(context.WithValue(ctx, ownKey{}, own), network, addr)
}

// check is asked for every address that a name stands for, right before the connection to it.
func (d *door) check(ctx context.Context, network, addr string, _ syscall.RawConn) error {
	to, err := netip.ParseAddrPort(addr)
	if err != nil || !strings.HasPrefix(network, "tcp") || within(to.Addr().Unmap().WithZone(""), never) {
		return refused(addr)
	}
	if own, _ := ctx.Value(ownKey{}).(bool); own || public(to.Addr()) || within(to.Addr(), d.networks) {
		return nil
	}
	return refused(addr)
}

// ours reports whether a host is written as an address of our own networks, where every port is open.
func (d *door) ours(host string) bool {
	ip, err := netip.ParseAddr(host)
	return err == nil && within(ip, d.networks)
}

// disguised tells a host that is neither a name nor an address as people write
// it, but that some resolvers take for one (2130706433, 0177.0.0.1, 0x7f.1, 127.1), and what is this machine by definition.
func disguised(host string) bool {
	if _, err := netip.ParseAddr(host); err == nil {
		return false
	}
	labels := strings.Split(strings.TrimSuffix(strings.ToLower(host), "."), ".")
	last := labels[len(labels)-1]
	return last == "" || last == "localhost" || strings.Trim(last, "0123456789") == "" || strings.HasPrefix(last, "0x") ||
		strings.ContainsFunc(host, func(r rune) bool { return r > '~' || r <= ' ' || strings.ContainsRune(`\/@?#%`, r) })
}

// follow goes where an answer points, a few times, and never from https to http.
func follow(to *http.Request, via []*http.Request) error {
	if len(via) > redirects || via[len(via)-1].URL.Scheme == "https" && to.URL.Scheme != "https" {
		return refused(to.URL.Host)
	}
	return nil
}

func refused(place string) error { return kernel.Refused("outbound.refused", "place", place) }

// To is what connects to one place, host:port, and to nothing else.
func To(place string) (func(ctx context.Context, network, addr string) (net.Conn, error), error) {
	d, err := doorTo([]string{place})
	if err != nil || len(d.names) != 1 {
		return nil, kernel.Invalid("outbound.bad_place", "place", place)
	}
	d.ports = nil
	return d.dial, nil
}
