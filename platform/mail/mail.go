// Package mail decides how a letter leaves: through the one server that the
// company names, under one sender, encrypted unless that server is this machine.
package mail

import (
	"context"
	"crypto/tls"
	"errors"
	"net"
	netmail "net/mail"
	"strconv"
	"strings"
	"time"

	"github.com/wneessen/go-mail"

	"erba/kernel"
	"erba/platform/outbound"
)

// Server is where letters are handed in.
type Server struct {
	Place    string // host:port; "" = letters are not sent
	User     string // "" = it asks for no name
	Password string
	From     string // the sender of every letter
}

// Letter is one message to one reader. An event makes it an invitation.
type Letter struct {
	ID      string // the same letter sent twice is one to the reader's program
	To      string
	Subject string
	Text    string
	Event   []byte // an iCalendar object, with the method that it names
	Method  string // REQUEST or CANCEL
}

// Post hands letters in; nil is a company that sends none.
type Post struct {
	server Server
	host   string
	port   int
	dial   mail.DialContextFunc
}

const (
	patience = 20 * time.Second
	implicit = 465 // the port on which TLS begins at once
)

// Open checks what was configured; without a place nothing is ever sent.
func Open(s Server) (*Post, error) {
	if s.Place == "" {
		return nil, nil
	}
	host, service, err := net.SplitHostPort(s.Place)
	port, bad := strconv.Atoi(service)
	if err != nil || bad != nil || host == "" {
		return nil, kernel.Invalid("mail.bad_server", "place", s.Place)
	}
	if err := mail.NewMsg().From(s.From); err != nil {
		return nil, kernel.Invalid("mail.bad_sender", "from", s.From)
	}
	dial, err := outbound.To(s.Place)
	return &Post{server: s, host: host, port: port, dial: dial}, err
}

// Ready reports whether letters are sent at all.
func (p *Post) Ready() bool { return p != nil }

// Sender is under whose name and address letters leave.
func (p *Post) Sender() (name, address string) {
	if p == nil {
		return "", ""
	}
	from, err := netmail.ParseAddress(p.server.From)
	if err != nil {
		return "", "" // Open would have refused it
	}
	return from.Name, from.Address
}

// Send hands a letter in; it returns once the server has taken it.
func (p *Post) Send(ctx context.Context, l Letter) error {
	if p == nil {
		return kernel.Refused("mail.none")
	}
	m, err := p.written(l)
	if err != nil {
		return err
	}
	client, err := mail.NewClient(p.host, p.options()...)
	if err != nil {
		return err
	}
	return client.DialAndSendWithContext(ctx, m)
}

// Final reports whether sending a letter again would meet the same answer.
func Final(err error) bool {
	if sent, ok := errors.AsType[*mail.SendError](err); ok {
		return !sent.IsTemp()
	}
	_, ours := errors.AsType[*kernel.Fault](err)
	return ours
}

func (p *Post) written(l Letter) (*mail.Msg, error) {
	m := mail.NewMsg()
	if err := errors.Join(m.From(p.server.From), m.To(l.To)); err != nil {
		return nil, kernel.Invalid("mail.bad_address")
	}
	m.Subject(strings.Join(strings.Fields(l.Subject), " "))
	m.SetDate()
	m.SetMessageIDWithValue(l.ID + "@" + p.house())
	m.SetGenHeader("Auto-Submitted", "auto-generated") // nobody's absence answers it
	m.SetBodyString(mail.TypeTextPlain, l.Text)
	if l.Event != nil {
		m.AddAlternativeString(mail.ContentType("text/calendar; method="+l.Method), string(l.Event))
	}
	return m, nil
}

// house is the part of the sender's address behind the @.
func (p *Post) house() string {
	_, address := p.Sender()
	_, house, _ := strings.Cut(address, "@")
	return house
}

func (p *Post) options() []mail.Option {
	all := []mail.Option{mail.WithPort(p.port), mail.WithTimeout(patience), mail.WithTLSPolicy(p.policy()), mail.WithDialContextFunc(p.connect)}
	if p.server.User != "" {
		all = append(all, mail.WithSMTPAuth(mail.SMTPAuthAutoDiscover), mail.WithUsername(p.server.User), mail.WithPassword(p.server.Password))
	}
	return all
}

// policy trusts nothing but this machine without encryption.
func (p *Post) policy() mail.TLSPolicy {
	if p.home() || p.port == implicit { // connect has encrypted already
		return mail.NoTLS
	}
	return mail.TLSMandatory
}

func (p *Post) home() bool {
	ip := net.ParseIP(p.host)
	return p.host == "localhost" || ip != nil && ip.IsLoopback()
}

func (p *Post) connect(ctx context.Context, network, addr string) (net.Conn, error) {
	c, err := p.dial(ctx, network, addr)
	if err != nil || p.port != implicit {
		return c, err
	}
	safe := tls.Client(c, &tls.Config{ServerName: p.host, MinVersion: tls.VersionTLS12})
	if err := safe.HandshakeContext(ctx); err != nil {
		return nil, errors.Join(err, c.Close())
	}
	return safe, nil
}
