package outbound

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/net/dns/dnsmessage"

	"erba/kernel"
)

// observer notes every connection to this machine, by IPv4 and IPv6, before anything is said.
type observer struct {
	port     string
	arrivals atomic.Int64
}

func observe(t *testing.T) *observer {
	o := &observer{}
	four, err := net.Listen("tcp", "0.0.0.0:0")
	if err != nil {
		t.Fatal(err)
	}
	_, o.port, _ = net.SplitHostPort(four.Addr().String())
	listeners := []net.Listener{four}
	if six, err := net.Listen("tcp6", "[::]:"+o.port); err == nil {
		listeners = append(listeners, six)
	}
	for _, l := range listeners {
		server := &httptest.Server{Listener: l, Config: &http.Server{
			Handler:   http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "secret") }),
			ConnState: func(_ net.Conn, s http.ConnState) { o.note(s) }}}
		server.Start()
		t.Cleanup(server.Close)
	}
	return o
}

func (o *observer) note(s http.ConnState) {
	if s == http.StateNew {
		o.arrivals.Add(1)
	}
}

// names is a server of names that lead where they should not.
func names(t *testing.T) *net.Resolver {
	conn, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	go answer(conn, map[string][4]byte{"inside.example.": {127, 0, 0, 1}, "127.0.0.1.nip.example.": {127, 0, 0, 1},
		"cloud.example.": {169, 254, 169, 254}, "office.example.": {10, 1, 2, 3}, "this.example.": {0, 0, 0, 0}})
	return &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		var d net.Dialer
		return d.DialContext(ctx, "udp", conn.LocalAddr().String())
	}}
}

func answer(conn net.PacketConn, known map[string][4]byte) {
	for packet := make([]byte, 1500); ; {
		n, from, err := conn.ReadFrom(packet)
		if err != nil {
			return
		}
		var m dnsmessage.Message
		if m.Unpack(packet[:n]) != nil {
			continue
		}
		m.Response, m.Additionals = true, nil
		q := m.Questions[0]
		ip, ok := known[q.Name.String()]
		if ok && q.Type == dnsmessage.TypeA {
			m.Answers = []dnsmessage.Resource{{Header: dnsmessage.ResourceHeader{Name: q.Name, Type: q.Type, Class: q.Class},
				Body: &dnsmessage.AResource{A: ip}}}
		} else if !ok {
			m.RCode = dnsmessage.RCodeNameError
		}
		if packed, err := m.Pack(); err == nil {
			_, _ = conn.WriteTo(packed, from)
		}
	}
}

// forms are addresses of this machine, of its network and of its cloud, dressed up.
var forms = map[string]string{
	"this machine":                        "http://127.0.0.1",
	"another address of it":               "http://127.255.255.254",
	"with a part left out":                "http://127.1",
	"with two parts left out":             "http://127.0.1",
	"with a dot at the end":               "http://127.0.0.1.",
	"no address":                          "http://0.0.0.0",
	"no address, short":                   "http://0",
	"decimal":                             "http://2130706433",
	"octal":                               "http://017700000001",
	"octal by parts":                      "http://0177.0.0.1",
	"hexadecimal":                         "http://0x7f000001",
	"hexadecimal by parts":                "http://0x7f.0x0.0x0.0x1",
	"hexadecimal, short":                  "http://0x7f.1",
	"full-width":                          "http://１２７.０.０.１",
	"circled":                             "http://①②⑦.⓪.⓪.①",
	"with ideographic stops":              "http://127。0。0。1",
	"by its name":                         "http://localhost",
	"by its name in capitals, with a dot": "http://LOCALHOST.",
	"a name that leads to it":             "http://inside.example",
	"a name made of it":                   "http://127.0.0.1.nip.example",
	"a name that leads to no address":     "http://this.example",
	"a name that leads to the office":     "http://office.example",
	"a name that leads to the cloud":      "http://cloud.example",
	"behind a user's name":                "http://example.com@127.0.0.1",
	"IPv6":                                "http://[::1]",
	"IPv6 at length":                      "http://[0000:0000:0000:0000:0000:0000:0000:0001]",
	"no IPv6 address":                     "http://[::]",
	"IPv4 mapped":                         "http://[::ffff:127.0.0.1]",
	"IPv4 mapped, hexadecimal":            "http://[::ffff:7f00:1]",
	"IPv4 compatible":                     "http://[::127.0.0.1]",
	"IPv4 translated":                     "http://[::ffff:0:127.0.0.1]",
	"NAT64":                               "http://[64:ff9b::7f00:1]",
	"NAT64 of a network":                  "http://[64:ff9b:1::7f00:1]",
	"6to4":                                "http://[2002:7f00:1::1]",
	"Teredo":                              "http://[2001:0:7f00:1::1]",
	"ISATAP":                              "http://[2600::5efe:7f00:1]",
	"ISATAP, said to be unique":           "http://[2600::200:5efe:7f00:1]",
	"a neighbour on the wire":             "http://169.254.1.1",
	"a neighbour by IPv6":                 "http://[fe80::1]",
	"a neighbour by a wire's name":        "http://[fe80::1%25lo]",
	"a cloud's metadata":                  "http://169.254.169.254/latest/meta-data/",
	"a cloud's metadata, mapped":          "http://[::ffff:a9fe:a9fe]",
	"another cloud's":                     "http://100.100.100.200",
	"a third one's, of the internet":      "http://168.63.129.16",
	"a fourth one's":                      "http://192.0.0.192",
	"a cloud's by IPv6":                   "http://[fd00:ec2::254]",
	"the office":                          "http://10.0.0.1",
	"the office, large":                   "http://172.31.255.254",
	"the office, small":                   "http://192.168.1.1",
	"the office by IPv6":                  "http://[fc00::1]",
	"the office by IPv6, of old":          "http://[fec0::1]",
	"the provider's own":                  "http://100.64.0.1",
	"a group":                             "http://224.0.0.1",
	"a group by IPv6":                     "http://[ff02::1]",
	"everybody":                           "http://255.255.255.255",
	"the future":                          "http://240.0.0.1",
	"a laboratory":                        "http://198.18.0.1",
	"an example":                          "http://[2001:db8::1]",
}

// hostile is a door that would let everything reach the observer, were it not for the addresses.
func hostile(t *testing.T, o *observer, own ...string) *door {
	d, err := doorTo(own)
	if err != nil {
		t.Fatal(err)
	}
	d.ports, d.resolver = append(d.ports, o.port), names(t)
	return d
}

func TestNoFormOfAnInnerAddressIsReached(t *testing.T) {
	o := observe(t)
	t.Setenv("HTTP_PROXY", "http://127.0.0.1:"+o.port) // and no proxy is asked
	client := hostile(t, o).client()
	for name, form := range forms {
		place, path, _ := strings.Cut(strings.TrimPrefix(form, "http://"), "/")
		err := get(client, "http://"+place+":"+o.port+"/"+path)
		if f, ok := errors.AsType[*kernel.Fault](err); !ok || f.Key != "outbound.refused" {
			t.Errorf("%s: %v", name, err)
		}
		if n := o.arrivals.Swap(0); n > 0 {
			t.Errorf("%s: %d connections arrived", name, n)
		}
	}
	if len(forms) < 40 {
		t.Errorf("%d forms", len(forms))
	}
}

func get(client *http.Client, url string) error {
	answer, err := client.Get(url)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	_, err = io.Copy(io.Discard, answer.Body)
	return err
}

func TestWhatTheConfigurationNamesIsReached(t *testing.T) {
	tests := map[string]struct {
		own, place string // :port is the observer's
		arrives    bool
	}{
		"a service by its address":               {"127.0.0.1:port", "127.0.0.1:port", true},
		"a service by its name":                  {"Inside.example:port", "inside.example:port", true},
		"an address of a network":                {"127.0.0.0/8", "127.0.0.1:port", true},
		"another port of the service":            {"inside.example:1", "inside.example:port", false},
		"the same place by another name":         {"inside.example:port", "127.0.0.1:port", false},
		"another network":                        {"10.0.0.0/8", "127.0.0.1:port", false},
		"a group, whatever the network":          {"0.0.0.0/0", "224.0.0.1:port", false},
		"metadata, whatever the network":         {"0.0.0.0/0", "169.254.169.254:port", false},
		"metadata, whatever the name stands for": {"cloud.example:port", "cloud.example:port", false},
	}
	o := observe(t)
	for name, tt := range tests {
		here := strings.NewReplacer("port", o.port)
		err := get(hostile(t, o, here.Replace(tt.own)).client(), "http://"+here.Replace(tt.place))
		if (err == nil) != tt.arrives || (o.arrivals.Swap(0) > 0) != tt.arrives {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestTheInternetIsOpenOnTheWebsPorts(t *testing.T) {
	tests := map[string]struct {
		network, addr string
		open          bool
	}{
		"an IPv4 address":         {"tcp4", "93.184.216.34:443", true},
		"an IPv6 address":         {"tcp6", "[2606:2800:220:1::1]:443", true},
		"above the provider's":    {"tcp4", "100.128.0.1:80", true},
		"below the office's":      {"tcp4", "172.15.255.255:80", true},
		"an address over UDP":     {"udp4", "93.184.216.34:443", false},
		"the office":              {"tcp4", "172.16.0.1:443", false},
		"what is no address":      {"tcp", "example.com:443", false},
		"a socket of the machine": {"unix", "/run/docker.sock", false},
	}
	d, _ := doorTo(nil)
	for name, tt := range tests {
		if err := d.check(t.Context(), tt.network, tt.addr, nil); (err == nil) != tt.open {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, addr := range []string{"93.184.216.34:22", "93.184.216.34:6379", "example.com:25"} {
		if _, err := d.dial(t.Context(), "tcp", addr); !strings.Contains(fmt.Sprint(err), "outbound.refused") {
			t.Errorf("%s: %v", addr, err)
		}
	}
}

func TestRedirectsAreChecked(t *testing.T) {
	o := observe(t)
	target := ""
	front := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, target, http.StatusFound) }))
	defer front.Close()
	client := hostile(t, o, strings.TrimPrefix(front.URL, "http://")).client()
	for name, to := range map[string]string{
		"to this machine":    "http://127.0.0.1:" + o.port,
		"to it by a name":    "http://inside.example:" + o.port,
		"to it in disguise":  "http://0x7f.1:" + o.port,
		"to the cloud":       "http://169.254.169.254/",
		"to itself, forever": front.URL,
		"to a file":          "file:///etc/passwd",
	} {
		target = to
		if err := get(client, front.URL); err == nil || o.arrivals.Swap(0) > 0 {
			t.Errorf("%s: %v", name, err)
		}
	}
	from, _ := http.NewRequest("GET", "https://a.example/", nil)
	to, _ := http.NewRequest("GET", "http://b.example/", nil)
	if follow(to, []*http.Request{from}) == nil {
		t.Error("from https to http")
	}
}

func TestAnswersAreBounded(t *testing.T) {
	gone := make(chan struct{})
	inner := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/endless":
			piece := make([]byte, 1<<20)
			for range 17 {
				_, _ = w.Write(piece)
			}
		case "/exact":
			_, _ = w.Write(make([]byte, largest))
		case "/headers":
			w.Header().Set("X-Long", strings.Repeat("x", 100<<10))
		case "/silent":
			<-gone
		}
	}))
	defer inner.Close()
	defer close(gone)
	d, _ := doorTo([]string{strings.TrimPrefix(inner.URL, "http://")})
	d.patience = 200 * time.Millisecond
	for path, ok := range map[string]bool{"/exact": true, "/endless": false, "/headers": false, "/silent": false} {
		client := d.client()
		if path != "/silent" {
			client.Timeout = 0
		}
		if err := get(client, inner.URL+path); (err == nil) != ok {
			t.Errorf("%s: %v", path, err)
		}
	}
}

func TestAPlaceIsAServiceOrANetwork(t *testing.T) {
	for place, ok := range map[string]bool{"sso.corp.example:8443": true, "10.1.0.0/16": true, "fd12::/16": true, "[fd12::1]:443": true,
		"sso.corp.example": false, "10.1.0.0/99": false, "": false} {
		if _, err := New(place); (err == nil) != ok {
			t.Errorf("%q: %v", place, err)
		}
	}
}
