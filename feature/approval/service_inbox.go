package approval

import (
	"context"
	"errors"
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

// shownMost is up to where the badge counts.
const shownMost = 99

// List is a page of one of the user's boxes, the latest first.
func (s *Service) List(ctx context.Context, box string, page Page) (b Box, err error) {
	b.Rows = []Row{}
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		voices, err := s.voices(tx)
		if err != nil {
			return err
		}
		if box != ToDecide {
			voices = voices[:1] // what others decided is theirs
		}
		for _, v := range voices {
			some, err := list(v.tx, s.box(box, v), page)
			if err != nil {
				return err
			}
			if err := s.add(&b, some, voices, v); err != nil {
				return err
			}
		}
		return nil
	})
	b.cut(page.Limit)
	return b, err
}

// box is true for the proposals that a voice has in one of its boxes.
func (s *Service) box(name string, v voice) db.Cond {
	me := v.who.User
	switch name {
	case Mine:
		return db.If(true, "(p.by_id = ? OR p.for_id = ?)", me, me)
	case Decided:
		return db.If(true, `EXISTS (SELECT 1 FROM approval_decisions d WHERE d.approval_id = p.id
			AND (d.by_id = ? OR d.for_id = ?) AND d.verdict <> 'withdrawn')`, me, me)
	}
	return s.decidable(v)
}

// add puts proposals that a voice has found into a box, each once.
func (s *Service) add(b *Box, some []Proposal, voices []voice, as voice) error {
	for _, p := range some {
		if slices.ContainsFunc(b.Rows, func(r Row) bool { return r.ID == p.ID }) {
			continue
		}
		row, err := s.row(as.tx, voices, p)
		if err != nil {
			return err
		}
		b.Rows = append(b.Rows, row)
	}
	return nil
}

// cut orders what several voices brought, the latest first, and ends the page.
func (b *Box) cut(limit int) {
	slices.SortFunc(b.Rows, func(x, y Row) int { return y.ID.Compare(x.ID) })
	if len(b.Rows) >= limit {
		b.Rows = b.Rows[:limit]
		b.Next = b.Rows[limit-1].ID
	}
}

// row is a proposal with what the user can do about it.
func (s *Service) row(tx *db.Tx, voices []voice, p Proposal) (Row, error) {
	p = p.seen(s.now())
	r := Row{Proposal: p, Of: len(p.Steps)}
	me := voices[0].who.User
	switch p.State {
	case Proposed:
		r.May.Withdraw = me == p.By || me == p.For
		before, err := taken(tx, p)
		if err != nil {
			return r, err
		}
		as, err := entitled(voices, p, p.Needs, before)
		r.May.Decide, r.InFor = err == nil, as.who.For
		return r, internal(err)
	case Approved:
		_, err := entitled(voices, p, p.Steps[len(p.Steps)-1], nil)
		r.May.Undo = err == nil && s.now().UnixMicro() < p.Undoable
		return r, internal(err)
	}
	return r, nil
}

// taken are the steps of an open proposal that were taken already.
func taken(tx *db.Tx, p Proposal) ([]Decision, error) {
	if p.Step == 0 {
		return nil, nil
	}
	return decisionsOf(tx, p.ID)
}

// internal is an error that is not a mere answer.
func internal(err error) error {
	if _, answer := errors.AsType[*kernel.Fault](err); answer {
		return nil
	}
	return err
}

// Find returns one proposal with its course, and what was proposed about the
// same subject before.
func (s *Service) Find(ctx context.Context, id kernel.ID) (d Detail, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		voices, err := s.voices(tx)
		if err != nil {
			return err
		}
		p, err := s.seek(voices, id)
		if err != nil {
			return err
		}
		if d.Row, err = s.row(tx, voices, p); err != nil {
			return err
		}
		if d.Decisions, err = decisionsOf(tx, id); err != nil {
			return err
		}
		d.Earlier, err = s.history(voices, p.Object, p.Subject)
		d.Earlier = slices.DeleteFunc(d.Earlier, func(r Row) bool { return r.ID == id })
		return err
	})
	return d, err
}

// History is what was proposed about a subject, as far as the user may see it,
// the latest first.
func (s *Service) History(ctx context.Context, object string, subject kernel.ID) (all []Row, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		voices, err := s.voices(tx)
		if err == nil {
			all, err = s.history(voices, object, subject)
		}
		return err
	})
	return all, err
}

func (s *Service) history(voices []voice, object string, subject kernel.ID) ([]Row, error) {
	return s.those(voices, db.If(true, "(p.object = ? AND p.subject_id = ?)", object, subject))
}

// those are proposals of which a condition holds, as far as the voices see them,
// the latest first.
func (s *Service) those(voices []voice, which db.Cond) ([]Row, error) {
	b := Box{Rows: []Row{}}
	for _, v := range voices {
		some, err := list(v.tx, db.If(true, "(? AND ?)", which, s.sight(v)), Page{Limit: most})
		if err != nil {
			return nil, err
		}
		if err := s.add(&b, some, voices, v); err != nil {
			return nil, err
		}
	}
	b.cut(most)
	return b.Rows, nil
}

// Waiting is what the user could decide, and what he has not been told yet.
func (s *Service) Waiting(ctx context.Context) (w Waiting, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		voices, err := s.voices(tx)
		if err != nil {
			return err
		}
		for _, v := range voices {
			n, err := tally(v.tx, s.decidable(v), shownMost)
			if err != nil {
				return err
			}
			w.Decide = min(w.Decide+n, shownMost)
		}
		w.News, err = notices(tx, voices[0].who.User, shownMost)
		return err
	})
	return w, err
}

// See marks what the user has been told about a proposal as seen.
func (s *Service) See(ctx context.Context, proposal kernel.ID) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		voices, err := s.voices(tx)
		if err != nil {
			return err
		}
		return see(tx, voices[0].who.User, proposal)
	})
}

// Kinds are the names of what the user may propose or decide, for the filter.
func (s *Service) Kinds(ctx context.Context) (names []string, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		voices, err := s.voices(tx)
		for name, k := range s.kinds {
			grants := append(k.approvers(), k.Propose)
			if slices.ContainsFunc(voices, func(v voice) bool { return slices.ContainsFunc(grants, v.viewer.May) }) {
				names = append(names, name)
			}
		}
		slices.Sort(names)
		return err
	})
	return names, err
}

// DecideAll decides several proposals, each by itself: what stands against one
// does not hold up the others.
func (s *Service) DecideAll(ctx context.Context, all []Verdict) ([]Outcome, error) {
	outcomes := make([]Outcome, 0, len(all))
	for _, v := range all {
		p, err := s.Decide(ctx, v)
		fault, answer := errors.AsType[*kernel.Fault](err)
		if err != nil && (!answer || fault.Key == "web.step_up") { // sent again, what is decided already says so
			return outcomes, err
		}
		o := Outcome{ID: v.ID, Fault: fault}
		if err == nil {
			o.State = p.State
		}
		outcomes = append(outcomes, o)
	}
	return outcomes, nil
}
