package web

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"testing"
	"time"

	"erba/platform/text"
)

// hasty is a server that waits a fifth of a second for anything.
func hasty(t *testing.T) (addr string, finished chan error) {
	moment := 200 * time.Millisecond
	mux := http.NewServeMux()
	s := &Server{mux: mux, texts: text.Book{}, Pace: Pace{moment, moment, moment, moment}}
	finished = make(chan error, 1)
	mux.HandleFunc("POST /", func(w http.ResponseWriter, r *http.Request) {
		_, err := io.Copy(io.Discard, r.Body)
		finished <- err
	})
	mux.HandleFunc("GET /large", func(w http.ResponseWriter, r *http.Request) {
		out := ebb{w, http.NewResponseController(w), s.Pace}
		piece := make([]byte, 1<<20)
		var err error
		for err == nil {
			_, err = out.Write(piece)
		}
		finished <- err
	})
	server := s.HTTP()
	server.Handler = s.secure(s.edge(s.timed(bounded(mux))))
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	go func() { _ = server.Serve(Edge{}.Limit(l)) }()
	t.Cleanup(func() { _ = server.Shutdown(context.WithoutCancel(t.Context())) })
	return l.Addr().String(), finished
}

func TestWhoIsSlowIsCutOff(t *testing.T) {
	const post = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n"
	tests := map[string]struct {
		begin, drop string // what is said at once, and then a character at a time without end
		handled     bool   // whether a handler waits for it
	}{
		"who says nothing":                       {"", "", false},
		"a head that never ends":                 {"GET / HTTP/1.1\r\nHost: x\r\nX-A: ", "a", false},
		"a body that drips":                      {post + "\r\n", "a", true},
		"a body that never comes":                {post + "\r\n", "", true},
		"a file that stops":                      {post + "Content-Type: application/octet-stream\r\n\r\nhalf", "", true},
		"an answer that nobody reads":            {"GET /large HTTP/1.1\r\nHost: x\r\n\r\n", "", true},
		"a connection that is kept without need": {"GET /none HTTP/1.1\r\nHost: x\r\n\r\n", "", false},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			addr, finished := hasty(t)
			conn, err := net.Dial("tcp", addr)
			if err != nil {
				t.Fatal(err)
			}
			defer conn.Close()
			fmt.Fprint(conn, tt.begin)
			go drip(conn, tt.drop)
			if tt.handled {
				if err := within(t, finished); err == nil {
					t.Error("taken for whole")
				}
			}
			_ = conn.SetReadDeadline(time.Now().Add(10 * time.Second))
			if _, err := io.Copy(io.Discard, conn); errors.Is(err, context.DeadlineExceeded) || strings.Contains(fmt.Sprint(err), "timeout") {
				t.Errorf("still open: %v", err)
			}
		})
	}
}

// drip says a letter every twentieth of a second, for as long as somebody listens.
func drip(conn net.Conn, letter string) {
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	for letter != "" {
		<-tick.C
		if _, err := io.WriteString(conn, letter); err != nil {
			return
		}
	}
}

func within(t *testing.T, finished chan error) error {
	select {
	case err := <-finished:
		return err
	case <-time.After(10 * time.Second):
		t.Fatal("the handler still waits")
		return nil
	}
}

func TestWhoSendsTooMuchIsRefused(t *testing.T) {
	addr, _ := hasty(t)
	for name, head := range map[string]string{
		"a head without end": "X-A: " + strings.Repeat("a", 100<<10),
		"ten thousand lines": strings.Repeat("X-A: aaaaaaa\r\n", 10000),
	} {
		conn, err := net.Dial("tcp", addr)
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
		go func() { fmt.Fprintf(conn, "GET / HTTP/1.1\r\nHost: x\r\n%s\r\n\r\n", head) }()
		answer, err := http.ReadResponse(bufio.NewReader(conn), nil)
		if err == nil && answer.StatusCode != http.StatusRequestHeaderFieldsTooLarge {
			t.Errorf("%s: %d", name, answer.StatusCode)
		}
	}
}

func TestNobodyFillsTheHouse(t *testing.T) {
	a, b := netip.MustParseAddr("203.0.113.1"), netip.MustParseAddr("203.0.113.2")
	proxy := netip.MustParseAddr("10.0.0.5")
	steps := []struct {
		what string
		from netip.Addr
		in   bool // he comes, else he goes
		want bool
	}{
		{"one", a, true, true}, {"a second", a, true, true}, {"no third", a, true, false},
		{"somebody else", b, true, true},
		{"one goes", a, false, true}, {"another comes", a, true, true},
		{"a proxy has no share", proxy, true, true}, {"nor a limit of its own", proxy, true, true},
		{"but the house is full", proxy, true, false}, {"for everybody", b, true, false},
	}
	edge, err := EdgeOf("", "10.0.0.5")
	if err != nil {
		t.Fatal(err)
	}
	l := &limited{edge: edge, most: 5, each: 2, open: map[netip.Addr]int{}}
	for _, step := range steps {
		if !step.in {
			l.leave(step.from)
		} else if got := l.enter(step.from); got != step.want {
			t.Errorf("%s: %v", step.what, got)
		}
	}
}

func TestWhoIsTurnedAwayMakesRoomWhenHeGoes(t *testing.T) {
	inner, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer inner.Close()
	l := &limited{Listener: inner, most: 10, each: 1, open: map[netip.Addr]int{}}
	come := func() net.Conn {
		conn, err := net.Dial("tcp", inner.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { conn.Close() })
		return conn
	}
	come()
	first, err := l.Accept()
	if err != nil {
		t.Fatal(err)
	}
	second := come()
	go func() { _, _ = l.Accept() }()
	if _, err := second.Read(make([]byte, 1)); err == nil {
		t.Error("he is let in although the first is still there")
	}
	_ = first.Close()
	_ = first.Close() // twice is once
	if !l.enter(netip.MustParseAddr("127.0.0.1")) {
		t.Error("no room although he has gone")
	}
}
