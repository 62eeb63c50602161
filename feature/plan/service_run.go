package plan

import (
	"context"
	"maps"
	"slices"

	"erba/analysis/routine"
	"erba/feature/evaluation"
	"erba/feature/method"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// draft is what a template comes to for some accounts.
type draft struct {
	Foreseen
	actions []Action
}

// Foresee says what a template would come to.
func (s *Service) Foresee(ctx context.Context, a Asked) (f Foreseen, err error) {
	if a.From.IsZero() {
		a.From = s.today()
	}
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		d, err := s.draft(tx, a, nil)
		f = d.Foreseen
		return err
	})
	return f, err
}

// Generate makes the actions of a template, each of them once.
func (s *Service) Generate(ctx context.Context, a Asked, say func(key string) string) (r Run, err error) {
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		d, err := s.draft(tx, a, say)
		if err != nil {
			return err
		}
		if len(d.actions) == 0 {
			return kernel.Refused("plan.nothing_to_make")
		}
		r = Run{ID: kernel.NewID(), Template: a.Template, From: a.From, Made: int64(len(d.actions)), By: user(ctx), On: s.today()}
		if err := addRun(tx, r); err != nil {
			return err
		}
		for i := range d.actions {
			d.actions[i].Run = r.ID
		}
		if err := addActions(tx, d.actions...); err != nil {
			return err
		}
		return noted(tx, "plan.generated", r, d.actions)
	})
	return r, err
}

// noted writes one entry for each account of some actions, which come by account.
func noted(tx *db.Tx, verb string, r Run, all []Action) error {
	counts := map[kernel.ID]int{}
	for _, a := range all {
		counts[a.Account]++
	}
	for _, account := range slices.SortedFunc(maps.Keys(counts), kernel.ID.Compare) {
		detail := map[string]any{"template": r.Template, "from": r.From, "actions": counts[account]}
		if err := audit.Note(tx, verb, "account", account, detail); err != nil {
			return err
		}
	}
	return nil
}

// draft works a template out.
func (s *Service) draft(tx *db.Tx, a Asked, say func(key string) string) (d draft, err error) {
	if err := a.Check(s.today()); err != nil {
		return d, err
	}
	cfg, _, err := method.Setting[routine.Config](s.methods, tx, "M91")
	if err != nil {
		return d, err
	}
	d.Foreseen = Foreseen{Tasks: cfg.Tasks(a.Template, a.From), Skipped: []Skipped{}}
	if a.Accounts, err = s.chosen(tx, a.Accounts); err != nil {
		return d, err
	}
	if len(a.Accounts)*len(d.Tasks) > mostActions {
		return d, kernel.Refused("plan.too_many", "count", len(a.Accounts)*len(d.Tasks), "max", mostActions)
	}
	there, err := madeFor(tx, a.Accounts)
	if err != nil {
		return d, err
	}
	found, err := accounts(tx, a.Accounts)
	if err != nil {
		return d, err
	}
	works, err := s.working(tx.Context())
	for _, one := range found {
		if why := unserved(one.Owner, works); why != "" {
			d.Skipped = append(d.Skipped, Skipped{one.ID, one.Code, one.Name, why})
			continue
		}
		d.Accounts++
		for _, task := range d.Tasks {
			if there[made{one.ID, origin(a.Template, task)}] {
				d.There++
				continue
			}
			d.Actions++
			if say != nil {
				d.actions = append(d.actions, s.made(tx, a.Template, task, one, say))
			}
		}
	}
	return d, err
}

// made is the action of a task; its words are those of who asked for it.
func (s *Service) made(tx *db.Tx, t routine.Template, task routine.Task, account known, say func(key string) string) Action {
	return Action{ID: kernel.NewID(), Account: account.ID, Title: say(worded(task)), Owner: account.Owner, From: task.From, Due: task.Until,
		State: Open, Origin: origin(t, task), By: user(tx.Context()), Made: s.today(), Version: 1}
}

// unserved says why nothing can be asked of an account's owner.
func unserved(owner kernel.ID, works map[kernel.ID]bool) string {
	switch {
	case owner.IsZero():
		return "plan.skip_no_owner"
	case !works[owner]:
		return "plan.skip_left"
	}
	return ""
}

// working are those who have not left.
func (s *Service) working(ctx context.Context) (map[kernel.ID]bool, error) {
	all, err := s.users.Users(ctx)
	works := map[kernel.ID]bool{}
	for _, u := range all {
		works[u.ID] = u.Active
	}
	return works, err
}

// chosen are the accounts that somebody has named, or all important ones in sight.
func (s *Service) chosen(tx *db.Tx, named []kernel.ID) ([]kernel.ID, error) {
	for _, id := range named {
		if err := s.accounts.Require(tx, id); err != nil {
			return nil, err
		}
	}
	if len(named) > 0 {
		return named, nil
	}
	return s.important(tx)
}

// important are the accounts of the two highest tiers, and those of class A or B.
func (s *Service) important(tx *db.Tx) ([]kernel.ID, error) {
	all, err := s.evaluations.InForceAll(tx, evaluation.Tier, important...)
	if err != nil {
		return nil, err
	}
	graded, err := s.evaluations.InForceAll(tx, evaluation.Grade, "A", "B")
	maps.Copy(all, graded)
	return slices.SortedFunc(maps.Keys(all), kernel.ID.Compare), err
}

// Runs are the latest templates that actions were made from: one's own, and all
// for who sees every account.
func (s *Service) Runs(ctx context.Context) (all []Run, err error) {
	viewer, _ := identity.From(ctx)
	by := viewer.ID
	if viewer.SeesAll() {
		by = kernel.ID{}
	}
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		all, err = runs(tx, by)
		return err
	})
	return all, err
}

// Undo takes the actions of a run away again, except those that somebody has
// worked on.
func (s *Service) Undo(ctx context.Context, id kernel.ID) (r Run, err error) {
	viewer, _ := identity.From(ctx)
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		if r, err = findRun(tx, id); err != nil {
			return err
		}
		switch {
		case r.By != viewer.ID && !viewer.SeesAll():
			return kernel.Missing("db.missing")
		case !r.Undone.IsZero():
			return kernel.Refused("plan.run_undone")
		}
		gone, err := untouched(tx, id)
		if err != nil {
			return err
		}
		if err := removeUntouched(tx, id); err != nil {
			return err
		}
		r.Undone = s.today()
		if err := endRun(tx, id, r.Undone); err != nil {
			return err
		}
		return noted(tx, "plan.ungenerated", r, gone)
	})
	return r, err
}
