package web

import (
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"sync"
)

const (
	connections = 2000 // at a time
	perAddress  = 200  // of them from one address that is no proxy
)

// HTTP is the server for a listener: with every limit on who is slow or sends too much.
func (s *Server) HTTP() *http.Server {
	return &http.Server{Handler: s.Handler(), ReadHeaderTimeout: s.Pace.Header, IdleTimeout: s.Pace.Idle,
		MaxHeaderBytes: 64 << 10, DisableGeneralOptionsHandler: true,
		HTTP2:    &http.HTTP2Config{MaxConcurrentStreams: 100},
		ErrorLog: slog.NewLogLogger(slog.Default().Handler(), slog.LevelDebug)}
}

// Limit keeps a listener from being filled up: whoever has his share already,
// or finds the house full, is turned away at once instead of kept waiting.
func (e Edge) Limit(l net.Listener) net.Listener {
	return &limited{Listener: l, edge: e, most: connections, each: perAddress, open: map[netip.Addr]int{}}
}

type limited struct {
	net.Listener
	edge       Edge
	most, each int

	mu   sync.Mutex
	all  int
	open map[netip.Addr]int
}

// Accept returns the next connection that there is room for.
func (l *limited) Accept() (net.Conn, error) {
	for {
		conn, err := l.Listener.Accept()
		if err != nil {
			return nil, err
		}
		at, _ := netip.ParseAddrPort(conn.RemoteAddr().String())
		if from := at.Addr().Unmap(); l.enter(from) {
			return &guest{Conn: conn, leave: sync.OnceFunc(func() { l.leave(from) })}, nil
		}
		_ = conn.Close() // there is nobody to tell
	}
}

func (l *limited) enter(from netip.Addr) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.all >= l.most || l.open[from] >= l.each && !l.edge.trusts(from) {
		return false
	}
	l.all++
	l.open[from]++
	return true
}

func (l *limited) leave(from netip.Addr) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.all--
	if l.open[from]--; l.open[from] == 0 {
		delete(l.open, from)
	}
}

// guest is a connection that makes room when it ends.
type guest struct {
	net.Conn
	leave func()
}

// Close ends it.
func (g *guest) Close() error {
	defer g.leave()
	return g.Conn.Close()
}
