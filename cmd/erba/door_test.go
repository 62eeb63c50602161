package main

import (
	"bytes"
	"crypto/tls"
	"crypto/x509"
	"os"
	"path/filepath"
	"testing"
	"time"

	"erba/kernel"
	"erba/platform/config"
)

func TestDoor(t *testing.T) {
	tests := map[string]struct {
		addr                  string
		cert, key             string
		plain                 bool
		public, proxies       string
		tls, insecure, strict bool
		fault                 string
	}{
		"this machine needs no TLS":            {addr: "127.0.0.1:8080"},
		"by name":                              {addr: "localhost:8080"},
		"by IPv6":                              {addr: "[::1]:8080"},
		"every address gets a certificate":     {addr: "0.0.0.0:8080", tls: true},
		"no host is every address":             {addr: ":8080", tls: true},
		"one address of the network":           {addr: "192.168.1.9:8080", tls: true},
		"plain HTTP only if asked for":         {addr: ":8080", plain: true, insecure: true},
		"asking for it at home changes naught": {addr: "127.0.0.1:8080", plain: true},
		"a name that looks like home is none":  {addr: "127.0.0.1.example.com:80", tls: true},
		"a real certificate":                   {addr: ":8443", cert: "own", key: "own", tls: true, strict: true},
		"a certificate without its key":        {addr: ":8443", cert: "own", fault: "serve.half_certificate"},
		"behind a proxy that encrypts":         {addr: ":8080", public: "https://erba.example.com", proxies: "10.0.0.5"},
		"a public address without a proxy":     {addr: ":8080", public: "https://erba.example.com", tls: true},
		"a proxy that does not encrypt":        {addr: ":8080", public: "http://erba.example.com", proxies: "10.0.0.5", tls: true},
		"an address that users cannot type":    {addr: ":8080", public: "erba.example.com", fault: "serve.bad_public_url"},
		"proxies that are no networks":         {addr: ":8080", proxies: "proxy.example.com", fault: "serve.bad_proxy"},
		"one that is not there":                {addr: ":8443", cert: "lost", key: "lost", fault: "serve.bad_certificate"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			c := config.Config{DB: filepath.Join(dir, "erba.db"), Addr: tt.addr, Insecure: tt.plain, Public: tt.public, Proxies: tt.proxies}
			if tt.cert != "" {
				c.Cert = filepath.Join(dir, tt.cert+".cert.pem")
			}
			if tt.key != "" {
				c.Key = filepath.Join(dir, tt.key+".key.pem")
			}
			if tt.cert == "own" && tt.key == "own" {
				if err := ensure(c.Cert, c.Key, time.Now()); err != nil {
					t.Fatal(err)
				}
			}
			d, err := doorOf(c)
			if tt.fault != "" {
				if f, ok := err.(*kernel.Fault); !ok || f.Key != tt.fault {
					t.Fatalf("%v, want %s", err, tt.fault)
				}
				return
			}
			if err != nil || (d.tls != nil) != tt.tls || d.mode.Insecure != tt.insecure || d.mode.Strict != tt.strict {
				t.Errorf("%+v, %v", d, err)
			}
		})
	}
}

func TestOurOwnCertificate(t *testing.T) {
	cert, key := filepath.Join(t.TempDir(), "c.pem"), filepath.Join(t.TempDir(), "k.pem")
	now := time.Now()
	read := func(at time.Time) []byte {
		if err := ensure(cert, key, at); err != nil {
			t.Fatal(err)
		}
		raw, err := os.ReadFile(cert)
		if err != nil {
			t.Fatal(err)
		}
		return raw
	}
	first := read(now)
	if !bytes.Equal(first, read(now.AddDate(0, 11, 0))) {
		t.Error("made anew although it holds")
	}
	if bytes.Equal(first, read(now.AddDate(1, 1, 0))) {
		t.Error("kept although it has run out")
	}
	pair, err := tls.LoadX509KeyPair(cert, key)
	if err != nil {
		t.Fatal(err)
	}
	leaf, err := x509.ParseCertificate(pair.Certificate[0])
	if err != nil || leaf.VerifyHostname("localhost") != nil || leaf.VerifyHostname("127.0.0.1") != nil {
		t.Errorf("%v: %v %v", err, leaf.DNSNames, leaf.IPAddresses)
	}
	if info, err := os.Stat(key); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("others may read the key: %v", err)
	}
}
