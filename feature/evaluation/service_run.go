package evaluation

import (
	"context"
	"slices"
	"time"

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
	if err := s.db.Read(ctx, func(tx *db.Tx) error { return s.follow(tx, r.AsOf) }); err != nil {
		return r, err
	}
	if r.Expired, err = s.expire(ctx); err != nil {
		return r, err
	}
	s.standing.Lock()
	defer s.standing.Unlock()
	b, err := s.book(ctx, classed, &r)
	if err != nil {
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
	if !b.stale {
		s.memory = b.known
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
		if err := begun(tx, r.AsOf); err != nil {
			return err
		}
		return audit.Note(tx, "evaluation.evaluated", "evaluation", r.ID, r)
	})
}

// carry does some of the steps, in one transaction, and remembers them.
func (s *Service) carry(ctx context.Context, b *book, some []Step) error {
	made := make([]kernel.ID, len(some))
	err := s.db.Write(ctx, func(tx *db.Tx) (err error) {
		if err := b.alone(tx); err != nil {
			return err
		}
		if err := s.enter(tx, b, some); err != nil {
			return err
		}
		if err := s.remember(tx, some); err != nil {
			return err
		}
		if err := s.retract(tx, some); err != nil {
			return err
		}
		if err := s.propose(tx, b, some, made); err != nil {
			return err
		}
		b.revision, err = revision(tx)
		return err
	})
	for i, step := range some {
		b.did(step, b.asOf, made[i])
	}
	return err
}

// alone counts a change, and notes if somebody else has changed something since
// the last one: then what is remembered is no longer true.
func (b *book) alone(tx *db.Tx) error {
	if err := touch(tx); err != nil {
		return err
	}
	now, err := revision(tx)
	b.stale = b.stale || now != b.revision+1
	return err
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
		if err != nil || len(past) > 0 && kernel.DayOf(time.UnixMicro(past[0].At)).Compare(s.today().Month()) >= 0 {
			return err
		}
		return s.jobs.AddOnce(tx, evaluating, order{})
	})
}
