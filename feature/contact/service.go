package contact

import (
	"context"

	"erba/feature/account"
	"erba/feature/privacy"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
	"erba/platform/vault"
)

// The grants that a contact is read under, beside that of the route: what is
// his at work without a mask, that he has private fields at all, and whose
// accounts one leads.
const (
	direct   = "contact:direct"
	personal = "contact:personal"
	leading  = "contact:lead"
)

// Service is what others may ask of contact.
type Service struct {
	db       *db.DB
	events   *event.Bus
	accounts *account.Service
	privacy  *privacy.Service
	vault    *vault.Vault
}

// NewService returns the contact service; it follows the merges of accounts.
func NewService(d *db.DB, events *event.Bus, accounts *account.Service, p *privacy.Service, v *vault.Vault) *Service {
	event.On(events, func(tx *db.Tx, e account.Merged) error { return move(tx, e.Merge, e.From, e.Into) })
	event.On(events, func(tx *db.Tx, e account.Parted) error { return moveBack(tx, e.Merge, e.From, e.Into) })
	v.Keep(vault.Column{Table: factTable, Name: sealed}, vault.Column{Table: noteTable, Name: sealed})
	s := &Service{d, events, accounts, p, v}
	event.On(events, s.leaving)
	p.Keeps(keeper{s})
	return s
}

// The columns that are sealed.
const (
	factTable = "contact_facts"
	noteTable = "contact_notes"
	sealed    = "sealed"
)

// List returns the contacts of an account.
func (s *Service) List(ctx context.Context, account kernel.ID) (all []Card, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, account); err != nil {
			return err
		}
		rows, err := list(tx, account)
		if err != nil {
			return err
		}
		all, err = s.cards(tx, rows)
		return err
	})
	return all, err
}

// Population is how many contacts there are, whoever asks.
func (s *Service) Population(ctx context.Context) (n int64, err error) {
	err = s.db.Read(identity.With(ctx, identity.System()), func(tx *db.Tx) error {
		n, err = population(tx)
		return err
	})
	return n, err
}

// Find returns one contact.
func (s *Service) Find(ctx context.Context, id kernel.ID) (c Card, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		c, err = s.card(tx, id)
		return err
	})
	return c, err
}

func (s *Service) card(tx *db.Tx, id kernel.ID) (Card, error) {
	c, err := find(tx, id)
	if err != nil {
		return Card{}, err
	}
	cards, err := s.cards(tx, []Contact{c})
	if err != nil {
		return Card{}, err
	}
	return cards[0], nil
}

// cards show contacts as far as the viewer may read them.
func (s *Service) cards(tx *db.Tx, contacts []Contact) ([]Card, error) {
	accounts := accountsOf(contacts)
	plain, err := among(identity.As(tx, direct), accounts)
	if err != nil {
		return nil, err
	}
	private, err := among(identity.As(tx, personal), accounts)
	if err != nil {
		return nil, err
	}
	facts, err := factsOf(identity.As(tx, personal), idsOf(contacts))
	cards := make([]Card, len(contacts))
	for i, c := range contacts {
		switch {
		case plain[c.Account]:
			cards[i] = Card{Contact: c, Plain: true}
		case private[c.Account]:
			cards[i].Contact = c.masked()
		default:
			cards[i].Contact = c.bare()
		}
		if private[c.Account] {
			cards[i].Facts = s.shown(facts[c.ID])
		}
	}
	return cards, err
}

// shown are private fields behind their masks.
func (s *Service) shown(facts []fact) []Fact {
	all := make([]Fact, len(facts))
	for i, f := range facts {
		plain, err := s.open(f)
		all[i] = Fact{f.Field, masked(f.Field, plain), err != nil}
	}
	return all
}

func (s *Service) open(f fact) (string, error) {
	return s.vault.Open(vault.Place{Table: factTable, Column: sealed, Row: f.ID}, f.Sealed)
}

// Meet adds a contact at an account.
func (s *Service) Meet(ctx context.Context, c Contact) (card Card, err error) {
	c.fresh()
	if err := c.Check(); err != nil {
		return card, err
	}
	return card, s.db.Write(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, c.Account); err != nil {
			return err
		}
		if barred, err := s.barred(tx, []Contact{c}); err != nil || barred[0] {
			return refusal(err)
		}
		if err := insert(tx, c); err != nil {
			return err
		}
		if err := s.hangs(tx, c); err != nil {
			return err
		}
		if err := audit.Changed(tx, "contact.met", "contact", c.ID, nil, c); err != nil {
			return err
		}
		card, err = s.card(tx, c.ID)
		return err
	})
}

// refusal is the error, or that somebody asked us to forget him.
func refusal(err error) error {
	if err != nil {
		return err
	}
	return kernel.Refused("contact.barred")
}

func (c *Contact) fresh() {
	c.tidy()
	c.ID, c.Version, c.SortKey = kernel.NewID(), 1, db.SortKey(c.Name)
}

// Save replaces the version of a contact that the viewer has seen; it stays at
// its account. Lines that are not said stay as they are: who sees masks says none.
func (s *Service) Save(ctx context.Context, c Contact, l Lines, p Place) (card Card, err error) {
	return card, s.db.Write(ctx, func(tx *db.Tx) error {
		old, err := find(tx, c.ID)
		if err != nil {
			return err
		}
		c.stays(old)
		p.into(&c)
		if l.said() {
			plain, err := among(identity.As(tx, direct), []kernel.ID{c.Account})
			if err != nil || !plain[c.Account] {
				return masks(err)
			}
			l.into(&c)
		}
		if err := s.change(tx, old, c); err != nil {
			return err
		}
		card, err = s.card(tx, c.ID)
		return err
	})
}

// masks is the error, or that what stands behind a mask cannot be written.
func masks(err error) error {
	if err != nil {
		return err
	}
	return kernel.Denied("contact.masked")
}

// change writes a contact at the version it names.
func (s *Service) change(tx *db.Tx, old, c Contact) error {
	c.tidy()
	c.SortKey = db.SortKey(c.Name)
	if err := c.Check(); err != nil {
		return err
	}
	if err := replace(tx, c); err != nil {
		return err
	}
	if c.Reports != old.Reports {
		if err := s.hangs(tx, c); err != nil {
			return err
		}
	}
	return audit.Changed(tx, "contact.changed", "contact", c.ID, old, c)
}

// Drop removes a contact at the version that the viewer has seen.
func (s *Service) Drop(ctx context.Context, c Contact) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		old, err := find(tx, c.ID)
		if err != nil {
			return err
		}
		if err := remove(tx, c); err != nil {
			return err
		}
		return audit.Changed(tx, "contact.dropped", "contact", c.ID, old, nil)
	})
}
