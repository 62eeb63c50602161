package main

import (
	"crypto/tls"
	"log/slog"
	"os"
	"sync"
	"time"
)

// certificate is a pair of files, read again when they change: a renewed one
// counts from the next connection on, without a restart.
type certificate struct {
	cert, key string
	renew     func() error // before they are looked at; nil for those of others

	mu     sync.Mutex
	pair   *tls.Certificate
	stamp  stamp
	looked time.Time
}

// stamp tells whether the files are those that were read.
type stamp struct {
	cert, key time.Time
	sizes     int64
}

// looks is how often the files are looked at.
const looks = time.Second

// config is TLS as browsers of today speak it.
func (c *certificate) config() *tls.Config {
	return &tls.Config{GetCertificate: c.current, MinVersion: tls.VersionTLS12, NextProtos: []string{"h2", "http/1.1"}}
}

// current is asked for every connection. Files that cannot be read, such as a
// certificate whose key is not written yet, leave the one before in place.
func (c *certificate) current(*tls.ClientHelloInfo) (*tls.Certificate, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if time.Since(c.looked) >= looks {
		if err := c.read(); err != nil {
			slog.Error("certificate kept as it was", "file", c.cert, "error", err)
		}
	}
	return c.pair, nil
}

// read takes the files if they have changed.
func (c *certificate) read() error {
	c.looked = time.Now()
	if c.renew != nil {
		if err := c.renew(); err != nil {
			return err
		}
	}
	now, err := c.stamped()
	if err != nil || now == c.stamp {
		return err
	}
	pair, err := tls.LoadX509KeyPair(c.cert, c.key)
	if err != nil {
		return err
	}
	c.pair, c.stamp = &pair, now
	return nil
}

func (c *certificate) stamped() (s stamp, err error) {
	cert, err := os.Stat(c.cert)
	if err != nil {
		return s, err
	}
	key, err := os.Stat(c.key)
	if err != nil {
		return s, err
	}
	return stamp{cert.ModTime(), key.ModTime(), cert.Size() + key.Size()<<32}, nil
}
