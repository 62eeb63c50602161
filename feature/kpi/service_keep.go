package kpi

import (
	"context"
	"strings"

	"erba/analysis/null"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// aimed is a target as the audit tells it.
type aimed struct {
	Name   string      `json:"name"`
	Target null.Number `json:"target"`
	Owner  kernel.ID   `json:"owner,omitzero"`
}

// Aim says what is aimed at, and who answers for it. Version 0: nobody has said so
// before.
func (s *Service) Aim(ctx context.Context, name string, version int64, aim null.Number, owner kernel.ID) (t Target, err error) {
	d, err := definition(ctx, name)
	if err != nil {
		return t, err
	}
	if !owner.IsZero() {
		u, err := s.users.User(ctx, owner)
		if err != nil {
			return t, err
		}
		if !u.Active {
			return t, kernel.Invalid("kpi.left", "name", u.Name).In("owner")
		}
	}
	t = Target{Name: name, Owner: owner, By: user(ctx), On: s.today(), Version: version}
	if t.Target, err = kept(d, aim); err != nil {
		return t, err
	}
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		all, err := targets(tx)
		if err != nil {
			return err
		}
		old, there := all[name]
		switch {
		case there:
			err = replaceTarget(tx, t)
		case version != 0:
			err = kernel.Stale("db.stale")
		default:
			err = addTarget(tx, Target{t.Name, t.Target, t.Owner, t.By, t.On, 1})
		}
		if err != nil {
			return err
		}
		t.Version++
		return audit.Changed(tx, "kpi.aimed", "indicator", kernel.ID{}, aimed{name, old.aim(d), old.Owner}, aimed{name, t.aim(d), t.Owner})
	})
	return t, err
}

// mostInputs is how many inputs are shown.
const mostInputs = 200

// Inputs are the latest ones.
func (s *Service) Inputs(ctx context.Context) (all []Input, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		all, err = entered(tx, mostInputs)
		return err
	})
	return all, err
}

// Enter takes in what was spent, all of it or nothing.
func (s *Service) Enter(ctx context.Context, all []Input) ([]Input, error) {
	for i := range all {
		one := &all[i]
		one.ID, one.By, one.Entered, one.Source = kernel.NewID(), user(ctx), s.today(), strings.TrimSpace(one.Source)
		if err := one.Check(s.today()); err != nil {
			return nil, err
		}
		one.Month = one.Month.Month()
	}
	return all, s.db.Write(ctx, func(tx *db.Tx) error {
		if err := addInputs(tx, all...); err != nil {
			return err
		}
		for _, one := range all {
			if err := audit.Note(tx, "kpi.entered", "indicator", one.ID, one); err != nil {
				return err
			}
		}
		return nil
	})
}

// TakeBack lets an input count no more; it stays written.
func (s *Service) TakeBack(ctx context.Context, id kernel.ID) (i Input, err error) {
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		if i, err = input(tx, id); err != nil {
			return err
		}
		if !i.Back.IsZero() {
			return kernel.Refused("kpi.already_back")
		}
		i.Back, i.BackBy = s.today(), user(ctx)
		if err := takeBack(tx, i); err != nil {
			return err
		}
		return audit.Note(tx, "kpi.taken_back", "indicator", id, i)
	})
	return i, err
}

func user(ctx context.Context) kernel.ID {
	viewer, _ := identity.From(ctx)
	return viewer.ID
}
