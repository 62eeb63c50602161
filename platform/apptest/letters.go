package apptest

import (
	"io"
	"net"
	"net/mail"
	"strings"
	"sync"
	"testing"

	"github.com/emersion/go-smtp"
)

// Letterbox is a real mail server on this machine that keeps what is handed in.
type Letterbox struct {
	Place string // host:port

	mu      sync.Mutex
	letters []*mail.Message
	refuse  *smtp.SMTPError
}

// Letters opens a letterbox for as long as the test lasts.
func Letters(t *testing.T) *Letterbox {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	b := &Letterbox{Place: l.Addr().String()}
	server := smtp.NewServer(b)
	server.Domain = "localhost"
	gone := make(chan struct{})
	go func() { _ = server.Serve(l); close(gone) }()
	t.Cleanup(func() { _ = server.Close(); <-gone })
	return b
}

// All are the letters so far, in the order in which they came.
func (b *Letterbox) All() []*mail.Message {
	b.mu.Lock()
	defer b.mu.Unlock()
	return append([]*mail.Message{}, b.letters...)
}

// empty takes out what is there.
func (b *Letterbox) empty() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.letters, b.refuse = nil, nil
}

// Refuse answers every letter with an SMTP code from now on; 0 takes them again.
func (b *Letterbox) Refuse(code int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.refuse = nil; code != 0 {
		b.refuse = &smtp.SMTPError{Code: code, EnhancedCode: smtp.EnhancedCode{code / 100, 0, 0}, Message: "not now"}
	}
}

// NewSession takes a letter from whoever brings one.
func (b *Letterbox) NewSession(*smtp.Conn) (smtp.Session, error) { return &delivery{box: b}, nil }

type delivery struct{ box *Letterbox }

func (d *delivery) Mail(string, *smtp.MailOptions) error { return nil }
func (d *delivery) Rcpt(string, *smtp.RcptOptions) error { return nil }
func (d *delivery) Reset()                               {}
func (d *delivery) Logout() error                        { return nil }

func (d *delivery) Data(r io.Reader) error {
	raw, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	d.box.mu.Lock()
	defer d.box.mu.Unlock()
	if d.box.refuse != nil {
		return d.box.refuse
	}
	letter, err := mail.ReadMessage(strings.NewReader(string(raw)))
	if err == nil {
		d.box.letters = append(d.box.letters, letter)
	}
	return err
}
