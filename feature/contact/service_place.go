package contact

import (
	"context"
	"slices"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
)

// reading is the grant under which contacts are shown.
const reading = "contact:read"

// Left says that somebody is not at an account any more.
type Left struct{ Contact, Account kernel.ID }

// Moved says that somebody is now at another account; Contact is who he is there.
type Moved struct {
	Contact, From, To kernel.ID
	Was               kernel.ID // who he is at the account that he left
}

// stays takes over what a form does not say.
func (c *Contact) stays(old Contact) {
	c.Account, c.Phone, c.Mail, c.Wechat = old.Account, old.Phone, old.Mail, old.Wechat
	c.Reports, c.Rank, c.Scope, c.Gone, c.Person = old.Reports, old.Rank, old.Scope, old.Gone, old.Person
}

// hangs refuses a manager who is none: one account is one tree.
func (s *Service) hangs(tx *db.Tx, c Contact) error {
	if c.Reports.IsZero() {
		return nil
	}
	all, err := list(identity.Whole(tx), c.Account)
	if err != nil {
		return err
	}
	return CheckTree(all)
}

// Everybody are the contacts of an account, those who have left among them, as far
// as the viewer may read them.
func (s *Service) Everybody(tx *db.Tx, account kernel.ID) ([]Contact, error) {
	tx = identity.As(tx, reading)
	all, err := list(tx, account)
	if err != nil || len(all) == 0 {
		return nil, err
	}
	plain, err := among(identity.As(tx, direct), []kernel.ID{account})
	if err != nil {
		return nil, err
	}
	private, err := among(identity.As(tx, personal), []kernel.ID{account})
	for i, c := range all {
		switch {
		case plain[account]:
		case private[account]:
			all[i] = c.masked()
		default:
			all[i] = c.bare()
		}
	}
	return all, err
}

// People are the contacts who work at an account, as far as the viewer may read them.
func (s *Service) People(tx *db.Tx, account kernel.ID) ([]Contact, error) {
	all, err := s.Everybody(tx, account)
	return slices.DeleteFunc(all, func(c Contact) bool { return !c.Gone.IsZero() }), err
}

// Move says where one contact of an account stands.
type Move struct {
	Contact kernel.ID `json:"contact"`
	Place
}

// Arrange says where contacts of an account stand, all at once: they may swap
// places, so only the whole is looked at. It returns who was changed, as he was.
func (s *Service) Arrange(tx *db.Tx, account kernel.ID, moves []Move) (before []Contact, err error) {
	tx = identity.As(tx, "contact:write")
	for _, m := range moves {
		old, err := find(tx, m.Contact)
		if err != nil {
			return nil, err
		}
		next := old
		m.into(&next)
		if next == old {
			continue
		}
		if old.Account != account {
			return nil, kernel.Invalid("contact.other_tree", "name", old.Name)
		}
		if err := next.checkPlace(); err != nil {
			return nil, err
		}
		if err := replace(tx, next); err != nil {
			return nil, err
		}
		if err := audit.Changed(tx, "contact.changed", "contact", next.ID, old, next); err != nil {
			return nil, err
		}
		before = append(before, old)
	}
	if len(before) == 0 {
		return nil, nil
	}
	all, err := list(identity.Whole(tx), account)
	if err != nil {
		return nil, err
	}
	return before, CheckTree(all)
}

// Leave says that somebody is not at his account any more. Who reported to him
// reports to his manager from now on. The zero day: he is there again.
func (s *Service) Leave(ctx context.Context, c Contact, on kernel.Date) (card Card, err error) {
	return card, s.db.Write(ctx, func(tx *db.Tx) error {
		old, err := find(tx, c.ID)
		if err != nil {
			return err
		}
		if on.Compare(kernel.Today()) > 0 {
			return kernel.Invalid("contact.gone_later")
		}
		if err := s.leave(tx, old, c.Version, on); err != nil {
			return err
		}
		card, err = s.card(tx, c.ID)
		return err
	})
}

func (s *Service) leave(tx *db.Tx, old Contact, version int64, on kernel.Date) error {
	next := old
	next.Gone, next.Version = on, version
	if !on.IsZero() {
		next.Reports = kernel.ID{}
	}
	if err := replace(tx, next); err != nil {
		return err
	}
	if err := audit.Changed(tx, "contact.changed", "contact", old.ID, old, next); err != nil {
		return err
	}
	return s.missed(tx, old, next)
}

// missed does what follows when somebody has left: those below him get his manager,
// and others are told.
func (s *Service) missed(tx *db.Tx, old, next Contact) error {
	if next.Gone.IsZero() || !old.Gone.IsZero() {
		return nil
	}
	if err := inherit(tx, old.ID, old.Reports); err != nil {
		return err
	}
	return event.Emit(s.events, tx, Left{old.ID, old.Account})
}

// Transfer is the job that somebody has taken elsewhere.
type Transfer struct {
	To         kernel.ID   `json:"account"`
	On         kernel.Date `json:"on" doc:"His first day there"`
	Title      string      `json:"title,omitempty"      maxLength:"120"`
	Department string      `json:"department,omitempty" maxLength:"120"`
}

// Transfer lets somebody follow his new job to another account. His name and his
// history go along, for those who see both accounts; numbers of his old desk, what
// he agreed to have kept there and notes do not: he has not agreed to it here.
func (s *Service) Transfer(ctx context.Context, c Contact, t Transfer) (card Card, err error) {
	return card, s.db.Write(ctx, func(tx *db.Tx) error {
		old, err := find(tx, c.ID)
		if err != nil {
			return err
		}
		if err := s.follows(tx, old, t); err != nil {
			return err
		}
		next := Contact{Account: t.To, Name: old.Name, Title: t.Title, Department: t.Department, Scope: old.Scope, Person: old.human()}
		next.fresh()
		if barred, err := s.barred(tx, []Contact{next}); err != nil || barred[0] {
			return refusal(err)
		}
		if err := s.follow(tx, old, c.Version, next, t.On); err != nil {
			return err
		}
		card, err = s.card(tx, next.ID)
		return err
	})
}

// follows reports the rule that a new job breaks. An account out of sight is none.
func (s *Service) follows(tx *db.Tx, old Contact, t Transfer) error {
	switch seen, err := among(tx, []kernel.ID{t.To}); {
	case err != nil:
		return err
	case t.On.IsZero() || t.On.Compare(kernel.Today()) > 0:
		return kernel.Invalid("contact.gone_later")
	case !seen[t.To]:
		return kernel.Invalid("contact.no_account")
	case t.To == old.Account:
		return kernel.Invalid("contact.same_account")
	}
	return nil
}

func (s *Service) follow(tx *db.Tx, old Contact, version int64, next Contact, on kernel.Date) error {
	if err := next.Check(); err != nil {
		return err
	}
	was := old
	was.Person = old.human()
	if old.Gone.IsZero() {
		if err := s.leave(tx, was, version, on); err != nil {
			return err
		}
	} else {
		was.Version = version
		if err := replace(tx, was); err != nil {
			return err
		}
	}
	if err := insert(tx, next); err != nil {
		return err
	}
	if err := audit.Changed(tx, "contact.met", "contact", next.ID, nil, next); err != nil {
		return err
	}
	return event.Emit(s.events, tx, Moved{Contact: next.ID, From: old.Account, To: next.Account, Was: old.ID})
}

// human is the number of the person behind a job.
func (c Contact) human() kernel.ID {
	if c.Person.IsZero() {
		return c.ID
	}
	return c.Person
}

// Job is one of the jobs that somebody has or had.
type Job struct {
	Contact    kernel.ID   `json:"contact"    db:"id"`
	Account    kernel.ID   `json:"account"    db:"account_id" row:"account"`
	Company    string      `json:"company"    db:"company"`
	Title      string      `json:"title"      db:"title"`
	Department string      `json:"department" db:"department"`
	Gone       kernel.Date `json:"gone,omitzero" db:"gone_on" doc:"Since when he is not there any more"`
}

// Career are the jobs of the person behind a contact, the latest first, as far as
// the viewer sees the accounts.
func (s *Service) Career(ctx context.Context, id kernel.ID) (all []Job, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		c, err := find(tx, id)
		if err != nil {
			return err
		}
		all, err = jobs(tx, c.human())
		return err
	})
	return all, err
}

// Same are the contacts in sight behind whom the same person stands, each with its
// person: of contacts alone in sight there is only themselves.
func (s *Service) Same(tx *db.Tx, account kernel.ID) (map[kernel.ID][]kernel.ID, error) {
	return twins(identity.As(tx, reading), account)
}
