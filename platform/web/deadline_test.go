package web

import (
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// deadlines notes what a handler asks of its connection.
type deadlines struct {
	*httptest.ResponseRecorder
	reads, writes []time.Time
}

func (d *deadlines) SetReadDeadline(t time.Time) error  { d.reads = append(d.reads, t); return nil }
func (d *deadlines) SetWriteDeadline(t time.Time) error { d.writes = append(d.writes, t); return nil }

func TestEveryPieceOfAFileEarnsTime(t *testing.T) {
	tests := map[string]struct {
		kind  string
		moves int // how often the deadline moves: at the start, and with every piece of a file
	}{
		"an ordinary request has its minute":  {"application/json", 1},
		"a file has one more for every piece": {"application/octet-stream", 5},
	}
	for name, tt := range tests {
		w := &deadlines{ResponseRecorder: httptest.NewRecorder()}
		r := httptest.NewRequest("POST", "/", io.MultiReader(strings.NewReader("a"), strings.NewReader("b"), strings.NewReader("c")))
		r.Header.Set("Content-Type", tt.kind)
		(&Server{Pace: usual}).timed(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { _, _ = io.Copy(io.Discard, r.Body) })).ServeHTTP(w, r)
		if len(w.reads) != tt.moves || len(w.writes) != tt.moves {
			t.Errorf("%s: %d and %d deadlines", name, len(w.reads), len(w.writes))
		}
	}
}

func TestOriginIsOnePerson(t *testing.T) {
	tests := map[string]struct{ from, want string }{
		"an IPv4 address":          {"10.1.2.3:4567", "10.1.2.3"},
		"an IPv6 network":          {net.JoinHostPort("2001:db8:1:2:3:4:5:6", "1"), "2001:db8:1:2::/64"},
		"IPv4 in the other's garb": {net.JoinHostPort("::ffff:10.1.2.3", "1"), "::ffff:10.1.2.3"},
	}
	for name, tt := range tests {
		if got := origin(&http.Request{RemoteAddr: tt.from}); got != tt.want {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func TestAPanicIsAProblem(t *testing.T) {
	w := httptest.NewRecorder()
	recovered(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic("secret path /etc") })).ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
	if body := w.Body.String(); w.Code != 500 || !strings.Contains(body, "web.internal") || strings.Contains(body, "secret") {
		t.Errorf("%d %s", w.Code, body)
	}
}
