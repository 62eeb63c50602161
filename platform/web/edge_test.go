package web

import (
	"crypto/tls"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"erba/platform/text"
)

func TestWhoIsBehindAProxy(t *testing.T) {
	const proxies = "10.0.0.5, 192.168.7.0/24, fd00::/8"
	tests := map[string]struct {
		peer  string
		said  []string // the lines of X-Forwarded-For
		proto string
		from  string
		https bool
	}{
		"a user without a proxy":                   {"203.0.113.9:1000", nil, "", "203.0.113.9", false},
		"who says he is somebody else":             {"203.0.113.9:1000", []string{"1.1.1.1"}, "https", "203.0.113.9", false},
		"a user behind the proxy":                  {"10.0.0.5:1000", []string{"203.0.113.9"}, "https", "203.0.113.9", true},
		"in plain text":                            {"10.0.0.5:1000", []string{"203.0.113.9"}, "http", "203.0.113.9", false},
		"who said so to the proxy, too":            {"10.0.0.5:1000", []string{"1.1.1.1, 203.0.113.9"}, "https", "203.0.113.9", true},
		"in a line of his own":                     {"10.0.0.5:1000", []string{"1.1.1.1", "203.0.113.9"}, "https", "203.0.113.9", true},
		"pretending to be a proxy":                 {"10.0.0.5:1000", []string{"1.1.1.1, 10.0.0.5, 203.0.113.9"}, "https", "203.0.113.9", true},
		"behind two proxies":                       {"10.0.0.5:1000", []string{"203.0.113.9, 192.168.7.3"}, "https", "203.0.113.9", true},
		"the proxy itself":                         {"10.0.0.5:1000", nil, "", "10.0.0.5", false},
		"the proxy of proxies":                     {"10.0.0.5:1000", []string{"192.168.7.3"}, "", "192.168.7.3", false},
		"nonsense before the user":                 {"10.0.0.5:1000", []string{"<script>, 203.0.113.9"}, "https", "203.0.113.9", true},
		"nonsense behind the user":                 {"10.0.0.5:1000", []string{"203.0.113.9, unknown"}, "https", "10.0.0.5", true},
		"nonsense between the user and a proxy":    {"10.0.0.5:1000", []string{"203.0.113.9, x, 192.168.7.3"}, "https", "192.168.7.3", true},
		"an address with its port":                 {"10.0.0.5:1000", []string{"203.0.113.9:5555"}, "https", "203.0.113.9", true},
		"by IPv6":                                  {"[fd00::1]:1000", []string{"2001:db8::9"}, "https", "2001:db8::9", true},
		"by IPv6 with its port":                    {"[fd00::1]:1000", []string{"[2001:db8::9]:5555"}, "https", "2001:db8::9", true},
		"a proxy that listens by IPv6 alone":       {"[::ffff:10.0.0.5]:1000", []string{"203.0.113.9"}, "https", "203.0.113.9", true},
		"the neighbour of the proxy":               {"10.0.0.6:1000", []string{"1.1.1.1"}, "https", "10.0.0.6", false},
		"the nearest proxy knows how they came":    {"10.0.0.5:1000", []string{"203.0.113.9"}, "https, http", "203.0.113.9", false},
		"however it writes it":                     {"10.0.0.5:1000", []string{"203.0.113.9"}, " HTTPS ", "203.0.113.9", true},
		"another scheme":                           {"10.0.0.5:1000", []string{"203.0.113.9"}, "wss", "203.0.113.9", false},
		"an empty list":                            {"10.0.0.5:1000", []string{""}, "https", "10.0.0.5", true},
		"a list that begins and ends with a comma": {"10.0.0.5:1000", []string{", 203.0.113.9"}, "https", "203.0.113.9", true},
	}
	e, err := EdgeOf("", proxies)
	if err != nil {
		t.Fatal(err)
	}
	for name, tt := range tests {
		r := httptest.NewRequest("GET", "/", nil)
		r.RemoteAddr = tt.peer
		r.Header["X-Forwarded-For"] = tt.said
		r.Header.Set("X-Forwarded-Proto", tt.proto)
		if a := e.arrived(r); a.from.String() != tt.from || a.https != tt.https {
			t.Errorf("%s: %+v", name, a)
		}
	}
}

func TestEdgeSettings(t *testing.T) {
	for setting, ok := range map[[2]string]bool{
		{"https://erba.example.com", ""}: true, {"https://erba.example.com:8443/", "10.0.0.5"}: true, {"http://erba.example.com", ""}: true,
		{"erba.example.com", ""}: false, {"https://erba.example.com/app", ""}: false, {"https://u:p@erba.example.com", ""}: false,
		{"javascript:alert(1)", ""}: false, {"https://erba.example.com?x=1", ""}: false, {"https://", ""}: false,
		{"", "10.0.0.0/8,fd00::/8"}: true, {"", "10.0.0.0/33"}: false, {"", "proxy.example.com"}: false,
	} {
		if _, err := EdgeOf(setting[0], setting[1]); (err == nil) != ok {
			t.Errorf("%v: %v", setting, err)
		}
	}
}

// atEdge is a server that answers with what it was told of the request.
func atEdge(m Mode) http.Handler {
	s := &Server{mode: m, texts: text.Book{}}
	return s.secure(s.edge(s.own().Handler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/in" {
			http.Redirect(w, r, "/sign-in", http.StatusSeeOther)
			return
		}
		w.Header().Set("X-Seen", r.RemoteAddr+" "+strings.Join(r.Header["X-Forwarded-For"], ""))
	}))))
}

func TestTheEdge(t *testing.T) {
	public := &url.URL{Scheme: "https", Host: "erba.example.com:8443"}
	open, err := EdgeOf("", "10.0.0.5")
	if err != nil {
		t.Fatal(err)
	}
	behind := open
	behind.Public = public
	tests := map[string]struct {
		mode               Mode
		method, peer, host string
		headers            string // with a line each
		tls                bool
		status             int
		header, want       string // of the answer
	}{
		"its own name":                          {Mode{Edge: behind}, "GET", "10.0.0.5:1", "erba.example.com:8443", "X-Forwarded-Proto: https\nX-Forwarded-For: 203.0.113.9", false, 200, "X-Seen", "203.0.113.9:0 "},
		"its own name without the port":         {Mode{Edge: behind}, "GET", "10.0.0.5:1", "ERBA.example.com", "X-Forwarded-Proto: https", false, 200, "Strict-Transport-Security", "max-age=31536000"},
		"a poisoned name":                       {Mode{Edge: behind}, "GET", "10.0.0.5:1", "evil.example", "X-Forwarded-Proto: https", false, 421, "Location", ""},
		"its own name inside another":           {Mode{Edge: behind}, "GET", "10.0.0.5:1", "erba.example.com.evil.example", "X-Forwarded-Proto: https", false, 421, "", ""},
		"its own name before an at":             {Mode{Edge: behind}, "GET", "10.0.0.5:1", "erba.example.com@evil.example", "X-Forwarded-Proto: https", false, 421, "", ""},
		"an address instead of the name":        {Mode{Edge: behind}, "GET", "10.0.0.5:1", "10.0.0.9", "X-Forwarded-Proto: https", false, 421, "", ""},
		"no name":                               {Mode{Edge: behind}, "GET", "10.0.0.5:1", "", "X-Forwarded-Proto: https", false, 421, "", ""},
		"a poisoned forwarded name":             {Mode{Edge: behind}, "GET /in", "10.0.0.5:1", "erba.example.com", "X-Forwarded-Proto: https\nX-Forwarded-Host: evil.example", false, 303, "Location", "/sign-in"},
		"plain text is sent to https":           {Mode{Edge: behind}, "GET /a?b=c", "10.0.0.5:1", "erba.example.com", "X-Forwarded-Proto: http", false, 308, "Location", "https://erba.example.com:8443/a?b=c"},
		"under two slashes, too":                {Mode{Edge: behind}, "GET //evil.example/", "10.0.0.5:1", "erba.example.com", "", false, 308, "Location", "https://erba.example.com:8443//evil.example/"},
		"past the proxy":                        {Mode{Edge: behind}, "GET", "10.0.0.77:1", "erba.example.com", "X-Forwarded-Proto: https", false, 308, "", ""},
		"what was sent in plain text":           {Mode{Edge: behind}, "POST", "10.0.0.5:1", "erba.example.com", "X-Forwarded-Proto: http", false, 403, "", ""},
		"a look from the machine itself":        {Mode{Edge: behind}, "GET", "127.0.0.1:1", "localhost:8080", "", false, 200, "X-Seen", "127.0.0.1:0 "},
		"who pretends to be the machine":        {Mode{Edge: behind}, "GET", "10.0.0.5:1", "localhost", "X-Forwarded-For: 127.0.0.1\nX-Forwarded-Proto: https", false, 421, "", ""},
		"at home by its name":                   {Mode{Edge: Edge{Home: true}}, "GET", "127.0.0.1:1", "localhost:8080", "", false, 200, "", ""},
		"at home by IPv6":                       {Mode{Edge: Edge{Home: true}}, "GET", "[::1]:1", "[::1]:8080", "", false, 200, "X-Seen", "[::1]:0 "},
		"at home under a name that leads there": {Mode{Edge: Edge{Home: true}}, "GET", "127.0.0.1:1", "rebind.example:8080", "", false, 421, "", ""},
		"own TLS under any name":                {Mode{Strict: true, Edge: open}, "GET", "203.0.113.9:1", "any.example", "", true, 200, "Strict-Transport-Security", "max-age=31536000"},
		"TLS with a certificate of our own":     {Mode{Edge: open}, "GET", "203.0.113.9:1", "any.example", "", true, 200, "Strict-Transport-Security", ""},
		"forwarded by nobody who may":           {Mode{Edge: open}, "GET", "203.0.113.9:1", "any.example", "X-Forwarded-For: 1.1.1.1\nX-Real-Ip: 1.1.1.1", true, 200, "X-Seen", "203.0.113.9:0 "},
		"a post of another site":                {Mode{Edge: open}, "POST", "203.0.113.9:1", "any.example", "Sec-Fetch-Site: cross-site", true, 403, "", ""},
		"a post of an old browser":              {Mode{Edge: open}, "POST", "203.0.113.9:1", "any.example", "Origin: https://evil.example", true, 403, "", ""},
		"a post of our own page":                {Mode{Edge: open}, "POST", "203.0.113.9:1", "any.example", "Sec-Fetch-Site: same-origin", true, 200, "", ""},
		"a post of a sister's site":             {Mode{Edge: open}, "POST", "203.0.113.9:1", "any.example", "Sec-Fetch-Site: same-site", true, 403, "", ""},
		"a post by no browser":                  {Mode{Edge: open}, "POST", "203.0.113.9:1", "any.example", "", true, 200, "", ""},
	}
	for name, tt := range tests {
		method, path, _ := strings.Cut(tt.method, " ")
		r := httptest.NewRequest(method, "/", nil)
		if path != "" {
			target, query, _ := strings.Cut(path, "?")
			r.URL = &url.URL{Path: target, RawQuery: query}
		}
		r.RemoteAddr, r.Host = tt.peer, tt.host
		if tt.tls {
			r.TLS = &tls.ConnectionState{}
		}
		for line := range strings.Lines(tt.headers) {
			k, v, _ := strings.Cut(strings.TrimSpace(line), ": ")
			r.Header.Set(k, v)
		}
		w := httptest.NewRecorder()
		atEdge(tt.mode).ServeHTTP(w, r)
		if w.Code != tt.status || tt.header != "" && w.Header().Get(tt.header) != tt.want {
			t.Errorf("%s: %d %v", name, w.Code, w.Header())
		}
		if w.Header().Get("Content-Security-Policy") == "" || strings.Contains(strings.Join(w.Header()["Location"], "")+w.Body.String(), "https://evil") {
			t.Errorf("%s: %v %s", name, w.Header(), w.Body)
		}
	}
}
