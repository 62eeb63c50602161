package evaluation

import (
	"context"
	"slices"
	"time"

	"erba/analysis/pyramid"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
)

// order is what an evaluation is queued with.
type order struct {
	AsOf kernel.Date `json:"as_of"` // zero: the last day of the ledger, at most today
}

// Order queues an evaluation.
func (s *Service) Order(ctx context.Context, asOf kernel.Date) (id kernel.ID, err error) {
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		if err := s.follow(tx, asOf); err != nil {
			return err
		}
		if id, err = s.jobs.Add(tx, evaluating, order{asOf}); err != nil {
			return err
		}
		return audit.Note(tx, "evaluation.ordered", "evaluation", kernel.ID{}, map[string]any{"job": id, "as_of": asOf})
	})
	return id, err
}

// follow refuses a day before the last evaluation: what has been decided since
// cannot be decided on what was known before.
func (s *Service) follow(tx *db.Tx, asOf kernel.Date) error {
	past, err := runs(tx, 1)
	if err == nil && len(past) > 0 && !asOf.IsZero() && asOf.Compare(past[0].AsOf) < 0 {
		err = kernel.Invalid("evaluation.backwards", "last", past[0].AsOf)
	}
	return err
}

// Evaluate compares all classes that are in force with those computed, and does
// about every difference what the rules say. Whatever broke off before its end
// is done again by the next one, and nothing twice.
func (s *Service) Evaluate(ctx context.Context, asOf kernel.Date, progress func(done, total int64)) (r Run, err error) {
	by := user(ctx)
	ctx = system(ctx)
	classed, err := s.portfolio.Classed(ctx, portfolio.Ask{AsOf: asOf})
	if err != nil {
		return r, err
	}
	r = Run{ID: kernel.NewID(), AsOf: classed.Ask.AsOf, By: by, Config: classed.Setting.Version}
	b, err := s.book(ctx, classed, &r)
	if err != nil {
		return r, err
	}
	if r.Expired, err = s.expire(ctx); err != nil {
		return r, err
	}
	steps := b.steps(&r)
	for done := 0; done < len(steps) && err == nil; {
		some := steps[done:min(done+chunk, len(steps))]
		if err = s.carry(ctx, b, some); err == nil {
			done += len(some)
			progress(int64(done), int64(len(steps)))
			err = ctx.Err()
		}
	}
	if err != nil {
		return r, err
	}
	return r, s.finish(ctx, &r)
}

// chunk is how many classes one transaction looks after.
const chunk = 1000

func (s *Service) finish(ctx context.Context, r *Run) error {
	r.At = time.Now().UnixMicro()
	return s.db.Write(ctx, func(tx *db.Tx) error {
		if err := addRun(tx, *r); err != nil {
			return err
		}
		return audit.Note(tx, "evaluation.evaluated", "evaluation", r.ID, r)
	})
}

// book is what an evaluation works with.
type book struct {
	portfolio.Classed
	rules    Rules
	standing [][]Standing // by model and row
	initial  bool
	asOf     kernel.Date
	today    kernel.Date
}

// book reads what is in force, for how long something else has been said, and
// what is still to be decided.
func (s *Service) book(ctx context.Context, c portfolio.Classed, r *Run) (*book, error) {
	b := &book{Classed: c, asOf: r.AsOf, today: s.today(), standing: make([][]Standing, len(Models))}
	for at := range Models {
		b.standing[at] = make([]Standing, c.Len())
	}
	err := s.db.Snapshot(ctx, func(tx *db.Tx) error {
		if err := s.follow(tx, r.AsOf); err != nil {
			return err
		}
		set, err := rules(tx)
		if err != nil {
			return err
		}
		b.rules = set.Rules
		past, err := runs(tx, 1)
		b.initial, r.Initial = len(past) == 0, len(past) == 0
		if err != nil {
			return err
		}
		return b.read(tx)
	})
	return b, err
}

func (b *book) read(tx *db.Tx) error {
	row := int32(0)
	err := eachClass(tx, func(c Class) {
		if row = b.seek(row, c.Account); row >= 0 && place(c.Model) >= 0 {
			b.standing[place(c.Model)][row].Class = c
		}
	})
	if err != nil {
		return err
	}
	lasting, err := streaks(tx)
	for _, k := range lasting {
		if s := b.at(k.Account, k.Model); s != nil {
			s.Streak = k
		}
	}
	if err != nil {
		return err
	}
	waiting, err := open(tx)
	for _, p := range waiting {
		if s := b.at(p.Account, p.Model); s != nil {
			s.Open = p
		}
	}
	if err != nil {
		return err
	}
	byHand, err := sets(tx)
	for _, one := range byHand {
		if s := b.at(one.Account, one.Model); s != nil {
			s.Set = one.Holds(b.today)
		}
	}
	return err
}

// seek is the row of an account, from a row on where it stands most likely.
func (b *book) seek(row int32, id kernel.ID) int32 {
	if row = max(row, 0); row < int32(b.Len()) && b.Account(row).ID == id {
		return row
	}
	if row++; row < int32(b.Len()) && b.Account(row).ID == id {
		return row
	}
	return b.Row(id)
}

func (b *book) at(id kernel.ID, model string) *Standing {
	row, at := b.Row(id), place(model)
	if row < 0 || at < 0 {
		return nil
	}
	return &b.standing[at][row]
}

// steps are what there is to do, account by account.
func (b *book) steps(r *Run) (all []Step) {
	for row := range int32(b.Len()) {
		if b.There(row) {
			r.Accounts++
		}
		for at := range Models {
			step, any := b.step(row, at)
			if any {
				step.Row, step.Account = row, b.Account(row).ID
				r.count(step)
				all = append(all, step)
			}
		}
	}
	return all
}

func (b *book) step(row int32, at int) (Step, bool) {
	s := b.standing[at][row]
	now := b.computed(row, at, s)
	if b.initial && s.Class.Account.IsZero() && !now.Provisional && now.Class != "" {
		return Step{At: at, Fate: Enters, Now: now, Open: s.Open}, true
	}
	return b.rules.step(at, s, now, b.asOf)
}

// computed is what a model says of a row. What is no account any more keeps what
// it has, and so nothing is proposed about it.
func (b *book) computed(row int32, at int, s Standing) (c Computed) {
	c.Class = s.Class.Class
	if !b.There(row) {
		return c
	}
	c.Current, c.Expected = b.Values(row)
	switch Models[at].Model {
	case Tier:
		t := b.Tier(row)
		c.Class, c.Provisional = t.String(), t == pyramid.None
	case Key:
		c.Class = ""
		if b.Key(row) || b.Listed(row) { // leaving the register takes a review, which the register asks for itself
			c.Class = Models[at].Classes[0]
		}
	case VIP:
		c.Class = ""
		if b.VIP(row) {
			c.Class = Models[at].Classes[0]
		}
	}
	return c
}

// carry does some of the steps, in one transaction.
func (s *Service) carry(ctx context.Context, b *book, some []Step) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		if err := s.enter(tx, b, some); err != nil {
			return err
		}
		if err := s.remember(tx, some); err != nil {
			return err
		}
		if err := s.retract(tx, some); err != nil {
			return err
		}
		return s.propose(tx, b, some)
	})
}

// enter puts classes into force that nobody has to decide about.
func (s *Service) enter(tx *db.Tx, b *book, some []Step) error {
	var news []Class
	var listed []kernel.ID
	for _, step := range some {
		switch step.Fate {
		case Enters:
			news = append(news, step.class(Initial, b.asOf))
			if Models[step.At].Model == Key {
				listed = append(listed, step.Account)
			}
		case Changes:
			if err := s.move(tx, step.class(ByRule, b.asOf), step.Was, "", kernel.ID{}); err != nil {
				return err
			}
		}
	}
	if err := addClasses(tx, news...); err != nil || len(listed) == 0 {
		return err
	}
	return s.portfolio.Enter(tx, b.asOf, listed...)
}

// class is what a step puts into force.
func (s Step) class(way string, on kernel.Date) Class {
	c := Class{Account: s.Account, Model: Models[s.At].Model, Class: s.Now.Class, Since: on, Entered: s.Was.Entered, Way: way,
		Current: s.Now.Current, Expected: s.Now.Expected}
	if c.Entered.IsZero() {
		c.Entered = on
	}
	return c
}

// remember writes how long differences have lasted.
func (s *Service) remember(tx *db.Tx, some []Step) error {
	gone, now := make([][]kernel.ID, len(Models)), []Streak{}
	for _, step := range some {
		if !step.stirs() {
			continue
		}
		if step.Before.Runs > 0 {
			gone[step.At] = append(gone[step.At], step.Account)
		}
		if step.lasts() {
			k := step.Streak
			k.Account, k.Model = step.Account, Models[step.At].Model
			now = append(now, k)
		}
	}
	for at, accounts := range gone {
		if err := dropStreaks(tx, Models[at].Model, accounts); err != nil {
			return err
		}
	}
	return addStreaks(tx, now)
}

func (s *Service) retract(tx *db.Tx, some []Step) error {
	var ids []kernel.ID
	for _, step := range some {
		if step.retracts() {
			ids = append(ids, step.Open.ID)
		}
	}
	return s.approvals.Retract(tx, ids)
}

// expire ends what was set by hand and whose time is over.
func (s *Service) expire(ctx context.Context) (n int, err error) {
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		all, err := sets(tx)
		all = slices.DeleteFunc(all, func(one Set) bool { return one.Holds(s.today()) })
		for _, one := range all {
			if err == nil {
				err = s.end(tx, one, Expiry, "")
			}
		}
		n = len(all)
		return err
	})
	return n, err
}

// Remind asks for an evaluation if there has been none this month.
func (s *Service) Remind(ctx context.Context) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		past, err := runs(tx, 1)
		if err != nil || len(past) > 0 && kernel.DateOf(time.UnixMicro(past[0].At)).Compare(s.today().Month()) >= 0 {
			return err
		}
		return s.jobs.AddOnce(tx, evaluating, order{})
	})
}
