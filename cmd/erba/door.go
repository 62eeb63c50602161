package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"math/big"
	"net"
	"net/netip"
	"os"
	"strings"
	"time"

	"erba/kernel"
	"erba/platform/config"
	"erba/platform/web"
)

// door is how the server is reached: without TLS by this machine alone.
type door struct {
	addr string
	tls  *tls.Config
	mode web.Mode
	made string // the file of a certificate that we signed ourselves
}

// doorOf decides from the address whether TLS is needed, and finds or makes a certificate.
func doorOf(c config.Config) (door, error) {
	d := door{addr: c.Addr}
	edge, err := web.EdgeOf(c.Public, c.Proxies)
	if err != nil {
		return d, err
	}
	d.mode.Edge, d.mode.Home = edge, loopback(c.Addr)
	if (c.Cert == "") != (c.Key == "") {
		return d, kernel.Invalid("serve.half_certificate")
	}
	if c.Cert != "" {
		d.mode.Strict = true
		return d.with(&certificate{cert: c.Cert, key: c.Key})
	}
	if d.mode.Home || edge.Secure() && len(edge.Proxies) > 0 { // a proxy encrypts
		return d, nil
	}
	if c.Insecure {
		d.mode.Insecure = true
		return d, nil
	}
	cert, key := beside(c.DB)
	d.made = cert
	return d.with(&certificate{cert: cert, key: key, renew: func() error { return ensure(cert, key, time.Now()) }})
}

func (d door) with(c *certificate) (door, error) {
	if err := c.read(); err != nil {
		return d, kernel.Invalid("serve.bad_certificate", "file", c.cert, "why", err)
	}
	d.tls = c.config()
	return d, nil
}

// address is what to type into a browser.
func (d door) address(at net.Addr) string {
	if d.mode.Public != nil {
		return d.mode.Public.String()
	}
	scheme := "http://"
	if d.tls != nil {
		scheme = "https://"
	}
	host, _, err := net.SplitHostPort(d.addr)
	_, port, bad := net.SplitHostPort(at.String())
	if err != nil || bad != nil {
		return scheme + at.String()
	}
	if ip, err := netip.ParseAddr(host); host == "" || err == nil && ip.IsUnspecified() {
		host = ours()
	}
	return scheme + net.JoinHostPort(host, port)
}

func errNotHere(addr string) error { return kernel.Refused("serve.demo_only_here", "addr", addr) }

// loopback reports whether nobody but this machine can reach an address.
func loopback(addr string) bool {
	host, _, err := net.SplitHostPort(addr)
	if err != nil || host == "localhost" {
		return err == nil
	}
	ip, err := netip.ParseAddr(host)
	return err == nil && ip.IsLoopback()
}

// beside is where our own certificate lies: with a database file, else where we were started.
func beside(dsn string) (cert, key string) {
	base := "erba"
	if !strings.HasPrefix(dsn, "postgres") {
		base = strings.TrimSuffix(dsn, ".db")
	}
	return base + ".cert.pem", base + ".key.pem"
}

// ensure makes a certificate unless there is one that still holds.
func ensure(cert, key string, now time.Time) error {
	if raw, err := os.ReadFile(cert); err == nil && holds(raw, now) {
		return nil
	}
	secret, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return err
	}
	der, err := x509.CreateCertificate(rand.Reader, template(now), template(now), &secret.PublicKey, secret)
	if err != nil {
		return err
	}
	pkcs, err := x509.MarshalPKCS8PrivateKey(secret)
	if err != nil {
		return err
	}
	if err := save(key, "PRIVATE KEY", pkcs, 0o600); err != nil {
		return err
	}
	return save(cert, "CERTIFICATE", der, 0o644)
}

func holds(raw []byte, now time.Time) bool {
	block, _ := pem.Decode(raw)
	if block == nil {
		return false
	}
	c, err := x509.ParseCertificate(block.Bytes)
	return err == nil && now.Before(c.NotAfter)
}

// template is a certificate for every name and address of this machine, for a year.
func template(now time.Time) *x509.Certificate {
	t := &x509.Certificate{SerialNumber: big.NewInt(now.UnixNano()), Subject: pkix.Name{CommonName: ours(), Organization: []string{"Erba"}},
		NotBefore: now.Add(-time.Hour), NotAfter: now.AddDate(1, 0, 0), KeyUsage: x509.KeyUsageDigitalSignature,
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth}, DNSNames: []string{"localhost", ours()}, BasicConstraintsValid: true}
	addrs, _ := net.InterfaceAddrs() // without them the names remain
	for _, a := range addrs {
		if n, ok := a.(*net.IPNet); ok {
			t.IPAddresses = append(t.IPAddresses, n.IP)
		}
	}
	return t
}

// ours is the name of this machine.
func ours() string {
	if name, err := os.Hostname(); err == nil {
		return name
	}
	return "localhost"
}

func save(path, kind string, der []byte, mode os.FileMode) error {
	return os.WriteFile(path, pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der}), mode)
}
