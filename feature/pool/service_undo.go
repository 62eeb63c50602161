package pool

import (
	"context"
	"encoding/json"
	"slices"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// Undone says what became of the accounts of a run that was taken back.
type Undone struct {
	Back int `json:"back" doc:"Accounts that their owners have again"`
	Left int `json:"left" doc:"Accounts that stay in the pool: whoever had them has left, or they are promised to somebody by now"`
}

// backward is how many accounts are given back in one transaction: each by itself,
// with who worked on it.
const backward = 100

// Undo gives what a run has put into the pool back to whom it belonged, as far as
// nobody has taken it since, or was promised it. One that breaks off goes on where it
// stopped when it is asked for again.
func (s *Service) Undo(ctx context.Context, id kernel.ID) (u Undone, err error) {
	var all []Stay
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		run, err := findRun(tx, id)
		if err == nil && run.UndoneAt != 0 {
			err = kernel.Refused("pool.undone_already")
		}
		if err == nil {
			all, err = ofRun(tx, id, db.Cond{Text: "1 = 1"})
		}
		return err
	})
	for part := range slices.Chunk(all, backward) {
		if err == nil {
			err = s.bringBack(ctx, id, part, &u)
		}
	}
	if err != nil {
		return u, err
	}
	return u, s.db.Write(ctx, func(tx *db.Tx) error {
		if err := takeBack(tx, id, user(ctx), s.now().UnixMicro()); err != nil {
			return kernel.Refused("pool.undone_already")
		}
		run, err := findRun(tx, id)
		if err != nil {
			return err
		}
		u.Back = int(run.Undone)
		return audit.Note(tx, "pool.undone", "pool", id, u)
	})
}

// bringBack gives some accounts of a run back, as far as they still lie in the pool
// once nobody else touches them.
func (s *Service) bringBack(ctx context.Context, run kernel.ID, part []Stay, u *Undone) error {
	var some Undone
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		ids := make([]kernel.ID, len(part))
		for i, one := range part {
			ids[i] = one.ID
			if err := tx.Alone("pool.account " + one.Account.String()); err != nil {
				return err
			}
		}
		still, err := ofRun(tx, run, db.In("s.id", ids...))
		for _, one := range still {
			if err == nil {
				err = s.restore(tx, one, &some)
			}
		}
		if err != nil {
			return err
		}
		return countBack(tx, run, some.Back)
	})
	if err == nil {
		u.Back, u.Left = u.Back+some.Back, u.Left+some.Left
	}
	return err
}

// restore gives one account back, with who worked on it.
func (s *Service) restore(tx *db.Tx, one Stay, u *Undone) error {
	if one.Was.IsZero() || !one.Reserved.IsZero() {
		u.Left++
		return nil
	}
	if owner, err := s.users.User(tx.Context(), one.Was); err != nil || !owner.Active {
		u.Left++
		return err
	}
	u.Back++
	if err := s.give(tx, row{Stay: one}, one.Was, undone); err != nil {
		return err
	}
	var members []identity.Member
	if err := json.Unmarshal([]byte(one.Members), &members); err != nil {
		return err
	}
	for _, m := range members {
		if err := identity.Enlist(identity.Whole(tx), m); err != nil {
			return err
		}
	}
	return nil
}
