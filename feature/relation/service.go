package relation

import (
	"context"
	"errors"

	"erba/analysis/layer"
	rel "erba/analysis/relation"
	"erba/feature/account"
	"erba/feature/contact"
	"erba/feature/interaction"
	"erba/feature/method"
	"erba/feature/privacy"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
)

// The methods of this feature, and the grants that it asks for itself.
const (
	Views   = "M60"
	Strata  = "M61"
	reading = "relation:read"
	writing = "relation:write"
	taking  = "relation:export"
)

// Service is what others may ask of relation.
type Service struct {
	db           *db.DB
	events       *event.Bus
	accounts     *account.Service
	contacts     *contact.Service
	methods      *method.Service
	interactions *interaction.Service
	today        func() kernel.Date
	subjects     Subject
}

// NewService returns the service of relationship maps.
func NewService(d *db.DB, events *event.Bus, p *privacy.Service, accounts *account.Service, contacts *contact.Service, methods *method.Service, interactions *interaction.Service) *Service {
	s := &Service{db: d, events: events, accounts: accounts, contacts: contacts, methods: methods, interactions: interactions,
		today: kernel.Today, subjects: none}
	event.On(events, s.left)
	p.Keeps(keeper{s})
	return s
}

// sees reports whether the viewer sees an account.
func (s *Service) sees(tx *db.Tx, account kernel.ID) (bool, error) {
	err := s.accounts.Require(tx, account)
	if f, is := errors.AsType[*kernel.Fault](err); is && f.Kind == kernel.KindMissing {
		return false, nil
	}
	return err == nil, err
}

// Map is that of an account.
func (s *Service) Map(ctx context.Context, account kernel.ID) (m Map, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, account); err != nil {
			return err
		}
		m, err = s.drawn(tx, account, kernel.ID{})
		return err
	})
	return m, err
}

// settings are the configurations in force.
type settings struct {
	cfg     rel.Config
	layers  layer.Config
	version int64
}

func (s *Service) settings(tx *db.Tx) (c settings, err error) {
	if c.cfg, c.version, err = method.Setting[rel.Config](s.methods, tx, Views); err != nil {
		return c, err
	}
	c.layers, _, err = method.Setting[layer.Config](s.methods, tx, Strata)
	return c, err
}

// drawn is the map of an account, or of a subject there, that the viewer of the
// transaction sees.
func (s *Service) drawn(tx *db.Tx, account, subject kernel.ID) (m Map, err error) {
	c, err := s.settings(tx)
	if err != nil {
		return m, err
	}
	b, err := s.read(tx, account)
	if err != nil {
		return m, err
	}
	if !subject.IsZero() {
		if err := b.overlay(tx, subject); err != nil {
			return m, err
		}
	}
	b.compute(&c)
	if b.Version, err = versionOf(tx, account); err != nil {
		return m, err
	}
	b.Write = s.accounts.Require(identity.As(tx, writing), account) == nil
	b.Export = s.accounts.Require(identity.As(tx, taking), account) == nil
	if b.Past, err = s.past(tx, account, c); err != nil {
		return m, err
	}
	return b.Map, nil
}
