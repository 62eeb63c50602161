package main

import (
	"crypto/tls"
	"crypto/x509"
	"net"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestARenewedCertificateCountsWithoutARestart(t *testing.T) {
	dir := t.TempDir()
	c := &certificate{cert: filepath.Join(dir, "c.pem"), key: filepath.Join(dir, "k.pem")}
	now := time.Now()
	make := func(at time.Time) {
		_ = os.Remove(c.cert)
		if err := ensure(c.cert, c.key, at); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(c.cert, at, at); err != nil {
			t.Fatal(err)
		}
	}
	make(now)
	if err := c.read(); err != nil {
		t.Fatal(err)
	}
	listener, err := tls.Listen("tcp", "127.0.0.1:0", c.config())
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	go shake(listener)

	first := met(t, listener.Addr())
	steps := []struct {
		what  string
		do    func()
		fresh bool
	}{
		{"nothing happened", func() {}, false},
		{"a key without its certificate", func() { must(t, os.WriteFile(c.key, []byte("half"), 0o600)) }, false},
		{"both are gone", func() { must(t, os.Remove(c.cert)); must(t, os.Remove(c.key)) }, false},
		{"both are new", func() { make(now.Add(time.Hour)) }, true},
	}
	for _, step := range steps {
		step.do()
		c.mu.Lock()
		c.looked = time.Time{} // a second later
		c.mu.Unlock()
		if got := met(t, listener.Addr()); (got != first) != step.fresh {
			t.Errorf("%s: %s, before %s", step.what, got, first)
		}
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func shake(l net.Listener) {
	for {
		conn, err := l.Accept()
		if err != nil {
			return
		}
		_ = conn.(*tls.Conn).Handshake()
		_ = conn.Close()
	}
}

// met is the serial number of the certificate that a client gets to see.
func met(t *testing.T, addr net.Addr) string {
	var seen *x509.Certificate
	conn, err := tls.Dial("tcp", addr.String(), &tls.Config{InsecureSkipVerify: true, VerifyConnection: func(s tls.ConnectionState) error {
		seen = s.PeerCertificates[0]
		return nil
	}})
	must(t, err)
	_ = conn.Close()
	return seen.SerialNumber.String()
}
