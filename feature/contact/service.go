package contact

import (
	"context"
	"slices"

	"erba/feature/account"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/event"
)

// Service is what others may ask of contact.
type Service struct {
	db       *db.DB
	accounts *account.Service
}

// NewService returns the contact service; it follows the merges of accounts.
func NewService(d *db.DB, events *event.Bus, accounts *account.Service) *Service {
	event.On(events, func(tx *db.Tx, e account.Merged) error { return move(tx, e.Merge, e.From, e.Into) })
	event.On(events, func(tx *db.Tx, e account.Parted) error { return moveBack(tx, e.Merge, e.From) })
	return &Service{d, accounts}
}

// List returns the contacts of an account.
func (s *Service) List(ctx context.Context, account kernel.ID) (all []Contact, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, account); err != nil {
			return err
		}
		all, err = list(tx, account)
		return err
	})
	return all, err
}

// Find returns one contact.
func (s *Service) Find(ctx context.Context, id kernel.ID) (c Contact, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		c, err = find(tx, id)
		return err
	})
	return c, err
}

// Meet adds a contact at an account.
func (s *Service) Meet(ctx context.Context, c Contact) (Contact, error) {
	c.fresh()
	if err := c.Check(); err != nil {
		return c, err
	}
	return c, s.db.Write(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, c.Account); err != nil {
			return err
		}
		if err := insert(tx, c); err != nil {
			return err
		}
		return audit.Note(tx, "contact.met", "contact", c.ID, map[string]kernel.ID{"account": c.Account})
	})
}

func (c *Contact) fresh() {
	c.tidy()
	c.ID, c.Version, c.SortKey = kernel.NewID(), 1, db.SortKey(c.Name)
}

// Save replaces the version of a contact that the viewer has seen; it stays at its account.
func (s *Service) Save(ctx context.Context, c Contact) (Contact, error) {
	c.tidy()
	c.SortKey = db.SortKey(c.Name)
	if err := c.Check(); err != nil {
		return c, err
	}
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		old, err := find(tx, c.ID)
		if err != nil {
			return err
		}
		c.Account = old.Account
		if err := replace(tx, c); err != nil {
			return err
		}
		return audit.Note(tx, "contact.changed", "contact", c.ID, map[string]kernel.ID{"account": c.Account})
	})
	c.Version++
	return c, err
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
		return audit.Note(tx, "contact.dropped", "contact", c.ID, map[string]kernel.ID{"account": old.Account})
	})
}

// Book adds contacts that their accounts do not know yet, and fills in the
// others; an empty field says nothing and takes nothing away. The contacts have
// passed Check, and their accounts are in sight.
func (s *Service) Book(tx *db.Tx, contacts []Contact) (Outcome, error) {
	out, added, changed, err := sort(tx, contacts)
	if err != nil {
		return out, err
	}
	if err := insert(tx, added...); err != nil {
		return out, err
	}
	for _, c := range changed {
		if err := replace(tx, c); err != nil {
			return out, err
		}
	}
	return out, audit.Note(tx, "contact.booked", "contact", kernel.ID{},
		map[string]int{"inserted": out.Inserted, "updated": out.Updated})
}

// Compare counts what Book would do and writes nothing.
func (s *Service) Compare(tx *db.Tx, contacts []Contact) (Outcome, error) {
	out, _, _, err := sort(tx, contacts)
	return out, err
}

// person is somebody at an account.
type person struct {
	account kernel.ID
	who     string
}

// sort tells new people from known ones; of one who stands twice, the later row
// fills in the earlier.
func sort(tx *db.Tx, contacts []Contact) (out Outcome, added, changed []Contact, err error) {
	states, err := known(tx, contacts)
	if err != nil {
		return out, nil, nil, err
	}
	added, changed = make([]Contact, 0, len(contacts)), make([]Contact, 0, len(states))
	places := map[person]*Contact{}
	for _, news := range contacts {
		news.tidy()
		who := person{news.Account, news.who()}
		old, is := states[who]
		place := places[who]
		if place != nil {
			old = *place
		} else if !is {
			news.fresh()
			added = append(added, news)
			places[who] = &added[len(added)-1]
			out.Inserted++
			continue
		}
		next := old.filled(news)
		next.SortKey = db.SortKey(next.Name)
		switch {
		case next == old:
			out.Same++
		case place != nil:
			*place = next
			out.Updated++
		default:
			changed = append(changed, next)
			places[who] = &changed[len(changed)-1]
			out.Updated++
		}
	}
	return out, added, changed, nil
}

// known are the people that the accounts of the contacts have already.
func known(tx *db.Tx, contacts []Contact) (map[person]Contact, error) {
	var accounts []kernel.ID
	for _, c := range contacts {
		accounts = append(accounts, c.Account)
	}
	slices.SortFunc(accounts, func(a, b kernel.ID) int { return a.Compare(b) })
	rows, err := at(tx, slices.Compact(accounts))
	states := make(map[person]Contact, len(rows))
	for _, c := range rows {
		states[person{c.Account, c.who()}] = c
	}
	return states, err
}
