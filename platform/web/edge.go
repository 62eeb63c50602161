package web

import (
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strings"

	"erba/kernel"
	"erba/platform/text"
)

// Edge is what stands between the server and its users: under which name they
// know it, and which proxies speak for them.
type Edge struct {
	Public  *url.URL       // as users type it, nil = whatever they type
	Home    bool           // only this machine can reach the server
	Proxies []netip.Prefix // whose X-Forwarded-For and -Proto are believed
}

// EdgeOf reads the settings: an address such as https://erba.example.com, and networks with commas between.
func EdgeOf(public, proxies string) (e Edge, err error) {
	if public != "" {
		u, err := url.Parse(public)
		if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || u.User != nil || strings.Trim(u.Path, "/") != "" || u.RawQuery+u.Fragment != "" {
			return e, kernel.Invalid("serve.bad_public_url", "url", public)
		}
		e.Public = &url.URL{Scheme: u.Scheme, Host: u.Host}
	}
	for _, network := range strings.FieldsFunc(proxies, func(r rune) bool { return r == ',' || r == ' ' }) {
		prefix, err := netip.ParsePrefix(network)
		if ip, bad := netip.ParseAddr(network); bad == nil {
			prefix, err = ip.Prefix(ip.BitLen())
		}
		if err != nil {
			return e, kernel.Invalid("serve.bad_proxy", "network", network)
		}
		e.Proxies = append(e.Proxies, prefix)
	}
	return e, nil
}

// Secure reports whether users reach the server by https even if it speaks http itself.
func (e Edge) Secure() bool { return e.Public != nil && e.Public.Scheme == "https" }

// trusts reports whether an address is one of the proxies.
func (e Edge) trusts(ip netip.Addr) bool {
	return slices.ContainsFunc(e.Proxies, func(p netip.Prefix) bool { return p.Contains(ip) })
}

// arrival is how a request came.
type arrival struct {
	from    netip.Addr // the user's address, as far as it can be believed
	https   bool
	proxied bool
}

// arrived believes a trusted proxy, and those that it believed, who is behind
// them: the last address that is none of theirs. What anybody else says of
// himself counts for nothing.
func (e Edge) arrived(r *http.Request) arrival {
	host, _, _ := net.SplitHostPort(r.RemoteAddr)
	peer, _ := netip.ParseAddr(host)
	a := arrival{from: peer.Unmap(), https: r.TLS != nil}
	if !e.trusts(a.from) {
		return a
	}
	a.proxied = true
	hops := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
	for _, hop := range slices.Backward(hops) {
		ip, err := hopOf(strings.TrimSpace(hop))
		if err != nil {
			break
		}
		if a.from = ip; !e.trusts(ip) {
			break
		}
	}
	said := strings.Split(strings.Join(r.Header.Values("X-Forwarded-Proto"), ","), ",")
	a.https = strings.EqualFold(strings.TrimSpace(said[len(said)-1]), "https")
	return a
}

// hopOf is an address as proxies write it: some add the port.
func hopOf(text string) (netip.Addr, error) {
	if at, err := netip.ParseAddrPort(text); err == nil {
		return at.Addr().Unmap().WithZone(""), nil
	}
	ip, err := netip.ParseAddr(strings.Trim(text, "[]"))
	return ip.Unmap().WithZone(""), err
}

// welcome reports whether the server is known under the name that a request calls it by.
func (e Edge) welcome(r *http.Request, a arrival) bool {
	name := (&url.URL{Host: r.Host}).Hostname()
	ip, err := netip.ParseAddr(name)
	here := strings.EqualFold(name, "localhost") || err == nil && ip.IsLoopback()
	switch {
	case e.Public != nil && strings.EqualFold(name, e.Public.Hostname()):
		return true
	case e.Home || e.Public != nil && a.from.IsLoopback() && !a.proxied:
		return here
	}
	return e.Public == nil
}

// forwarded are the headers by which proxies speak; behind the edge nobody reads them.
var forwarded = []string{"Forwarded", "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Real-Ip"}

// edge lets a request in once it is clear whence it comes and that it means us.
// From then on RemoteAddr is the user's.
func (s *Server) edge(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		e := s.mode.Edge
		a := e.arrived(r)
		r = r.WithContext(s.texts.With(r.Context(), text.Choose(r.Header.Get("Accept-Language"))))
		if a.https && (s.mode.Strict || e.Secure()) {
			w.Header().Set("Strict-Transport-Security", "max-age=31536000")
		}
		if !e.welcome(r, a) {
			refuse(w, r, http.StatusMisdirectedRequest, kernel.Denied("web.wrong_host"))
			return
		}
		if e.Secure() && !a.https && (a.proxied || !a.from.IsLoopback()) {
			s.upgrade(w, r)
			return
		}
		for _, name := range forwarded {
			r.Header.Del(name)
		}
		if a.from.IsValid() {
			r.RemoteAddr = net.JoinHostPort(a.from.String(), "0")
		}
		next.ServeHTTP(w, r)
	})
}

// upgrade sends whoever came by http to https, under our own name and not the
// one that he used; what he sent has been read along and is not done.
func (s *Server) upgrade(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		refuse(w, r, http.StatusForbidden, kernel.Denied("web.not_encrypted"))
		return
	}
	to := *s.mode.Edge.Public
	to.Path, to.RawPath, to.RawQuery = r.URL.Path, r.URL.RawPath, r.URL.RawQuery
	http.Redirect(w, r, to.String(), http.StatusPermanentRedirect)
}
