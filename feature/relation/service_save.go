package relation

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"slices"

	"erba/feature/contact"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// Save writes everything that was changed on a map, over the version that the
// viewer has seen: all of it, or nothing.
func (s *Service) Save(ctx context.Context, account kernel.ID, version int64, d Draft) (m Map, err error) {
	return m, s.db.Write(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, account); err != nil {
			return err
		}
		if err := s.save(tx, account, version, d, "relation.saved"); err != nil {
			return err
		}
		m, err = s.drawn(identity.As(tx, reading), account, kernel.ID{})
		return err
	})
}

// Enter writes what was said on earlier days into a map, over the version that is
// there: for who brings the history of an account along.
func (s *Service) Enter(tx *db.Tx, account kernel.ID, d Draft) error {
	version, err := versionOf(tx, account)
	if err != nil {
		return err
	}
	return s.save(tx, account, version, d, "relation.imported")
}

// counted is what the audit remembers of a save: what was judged is not its matter.
type counted struct {
	Account    kernel.ID `json:"account"`
	Version    int64     `json:"version"`
	Moves      int       `json:"moves"`
	Places     int       `json:"places"`
	Judgements int       `json:"judgements"`
	Lines      int       `json:"lines"`
}

func (s *Service) save(tx *db.Tx, account kernel.ID, version int64, d Draft, verb string) error {
	c, err := s.settings(tx)
	if err != nil {
		return err
	}
	if err := d.check(c.cfg, s.today()); err != nil {
		return err
	}
	if err := advance(tx, account, version); err != nil {
		return stale(err)
	}
	p := &pen{tx: tx, by: user(tx.Context()), on: s.today(), version: version + 1}
	if err := s.here(tx, account, d.names()); err != nil {
		return err
	}
	for _, step := range []func() error{
		func() error { return s.move(p, account, d.Moves) },
		func() error { return p.judge(account, d.Judgements) },
		func() error { return p.lines(account, d) },
		func() error { return drag(tx, d.Places) },
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return audit.Note(tx, verb, "account", account, counted{account, p.version, len(d.Moves), len(d.Places), len(d.Judgements), len(d.Draw) + len(d.Erase)})
}

// stale says of a map in the words of maps that somebody was faster.
func stale(err error) error {
	if f, is := errors.AsType[*kernel.Fault](err); is && f.Kind == kernel.KindStale {
		return kernel.Stale("relation.stale")
	}
	return err
}

// user is who works in a context; nobody, if it is the system.
func user(ctx context.Context) kernel.ID {
	viewer, _ := identity.From(ctx)
	return viewer.ID
}

// here refuses people who are not at the account.
func (s *Service) here(tx *db.Tx, account kernel.ID, ids []kernel.ID) error {
	if len(ids) == 0 {
		return nil
	}
	people, err := s.contacts.People(tx, account)
	if err != nil {
		return err
	}
	for _, id := range ids {
		if !slices.ContainsFunc(people, func(c contact.Contact) bool { return c.ID == id }) {
			return kernel.Invalid("relation.not_here")
		}
	}
	return nil
}

// pen writes one version of a map.
type pen struct {
	tx      *db.Tx
	by      kernel.ID
	on      kernel.Date
	version int64
}

// move puts people below other managers; where they were dragged to is no place any more.
func (s *Service) move(p *pen, account kernel.ID, moves []contact.Move) error {
	before, err := s.contacts.Arrange(p.tx, account, moves)
	if err != nil {
		return err
	}
	var rows []moved
	var back []place
	for _, was := range before {
		at := slices.IndexFunc(moves, func(m contact.Move) bool { return m.Contact == was.ID })
		if to := moves[at].Reports; to != nil && *to != was.Reports {
			rows = append(rows, moved{kernel.NewID(), was.ID, was.Reports, *to, p.by, p.on, p.version})
			back = append(back, place{Contact: was.ID})
		}
	}
	return errors.Join(addMoves(p.tx, rows...), drag(p.tx, back))
}

// judge writes judgements down; what stood before stands no more.
func (p *pen) judge(account kernel.ID, sayings []Saying) error {
	rows := make([]judged, 0, len(sayings))
	late := false
	for _, s := range sayings {
		row, err := p.judged(s)
		if err != nil {
			return err
		}
		rows, late = append(rows, row), late || s.On != p.on
	}
	if err := p.employed(sayings); err != nil {
		return err
	}
	if late {
		return p.among(account, rows)
	}
	for _, row := range rows {
		if err := replaced(p.tx, row.Contact, row.Field, row.On); err != nil {
			return err
		}
	}
	return addJudged(p.tx, rows...)
}

// employed refuses counterparts who cannot sign in.
func (p *pen) employed(sayings []Saying) error {
	met := map[kernel.ID]bool{}
	for _, s := range sayings {
		id, _ := kernel.ParseID(s.Value)
		if s.Field != Partner || s.Value == "" || met[id] {
			continue
		}
		if there, err := active(p.tx, id); err != nil || !there {
			return cmp.Or(err, error(kernel.Invalid("relation.no_user")))
		}
		met[id] = true
	}
	return nil
}

// among puts judgements of earlier days between those that stand there: each ends
// on the day of the next.
func (p *pen) among(account kernel.ID, rows []judged) error {
	old, err := ever(p.tx, account)
	if err != nil {
		return err
	}
	before := make(map[kernel.ID]kernel.Date, len(old))
	for _, j := range old {
		before[j.ID] = j.Ended
	}
	chained := chain(append(old, rows...))
	fresh := rows[:0]
	for _, j := range chained {
		ended, known := before[j.ID]
		switch {
		case !known:
			fresh = append(fresh, j)
		case ended != j.Ended:
			if err := end(p.tx, j.ID, j.Ended); err != nil {
				return err
			}
		}
	}
	return addJudged(p.tx, fresh...)
}

// chain ends every judgement on the day of the next about the same field of the
// same person.
func chain(all []judged) []judged {
	slices.SortFunc(all, func(a, b judged) int {
		return cmp.Or(a.Contact.Compare(b.Contact), cmp.Compare(a.Field, b.Field), a.On.Compare(b.On), a.ID.Compare(b.ID))
	})
	for i := range all {
		all[i].Ended = kernel.Date{}
		if next := i + 1; next < len(all) && all[next].Contact == all[i].Contact && all[next].Field == all[i].Field {
			all[i].Ended = all[next].On
		}
	}
	return all
}

func (p *pen) judged(s Saying) (judged, error) {
	answers := ""
	if len(s.Answers) > 0 {
		raw, err := json.Marshal(s.Answers)
		if err != nil {
			return judged{}, err
		}
		answers = string(raw)
	}
	by := s.By
	if by.IsZero() {
		by = p.by
	}
	return judged{ID: kernel.NewID(), Contact: s.Contact, Field: s.Field, Value: s.Value, Evidence: s.Evidence, Answers: answers,
		Source: s.Source, By: by, On: s.On, Until: s.Until, Version: p.version}, nil
}

// lines draws lines and takes others back.
func (p *pen) lines(account kernel.ID, d Draft) error {
	for _, id := range d.Erase {
		if n, err := endLine(p.tx, account, id, p.on, p.version); err != nil || n == 0 {
			return cmp.Or(err, error(kernel.Invalid("relation.not_here")))
		}
	}
	if len(d.Draw) == 0 {
		return nil
	}
	standing, err := drawn(p.tx, account)
	if err != nil {
		return err
	}
	rows := make([]stroke, 0, len(d.Draw))
	for _, l := range d.Draw {
		if slices.ContainsFunc(standing, l.like) {
			return kernel.Invalid("relation.line_twice")
		}
		one := stroke{ID: kernel.NewID(), From: l.From, To: l.To, Kind: l.Kind, Says: l.Says, By: p.by, On: p.on, Version: p.version}
		rows = append(rows, one)
		standing = append(standing, Line{one.ID, one.Kind, one.From, one.To, one.Says})
	}
	return addLines(p.tx, rows...)
}
