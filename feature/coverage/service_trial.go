package coverage

import (
	"context"
	"slices"
	"strings"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

const shownTrials = 50

// author is whose trials the viewer may read: his own, or, no author, all.
func author(ctx context.Context) kernel.ID {
	if viewer, _ := identity.From(ctx); !viewer.SeesAll() {
		return viewer.ID
	}
	return kernel.ID{}
}

// Trials are the latest that the viewer may read.
func (s *Service) Trials(ctx context.Context) (all Trials, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		all.Rows, err = trials(tx, author(ctx), shownTrials)
		return err
	})
	return all, err
}

// Try begins a trial, with what the method suggests if that is wanted.
func (s *Service) Try(ctx context.Context, name string, suggest bool) (Trying, error) {
	if err := checkName(name); err != nil {
		return Trying{}, err
	}
	t := Trying{Trial: Trial{ID: kernel.NewID(), Name: strings.TrimSpace(name), By: user(ctx), State: Open, Begun: s.today(), Version: 1}, Stuck: []Stuck{}}
	b, err := s.book(ctx)
	if err != nil {
		return t, err
	}
	var moves []Move
	if suggest {
		moves, t.Stuck, t.Cut = b.suggested(t.ID)
	}
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		if err := addTrial(tx, t.Trial); err != nil {
			return err
		}
		if err := addMoves(tx, moves...); err != nil {
			return err
		}
		return audit.Note(tx, "coverage.tried", "trial", t.ID, map[string]any{"name": t.Name, "moves": len(moves)})
	})
	b.tried(&t, moves)
	return t, err
}

// Trial is one with what it would do.
func (s *Service) Trial(ctx context.Context, id kernel.ID) (t Trying, err error) {
	t.Stuck = []Stuck{}
	var moves []Move
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if t.Trial, err = trial(tx, id, author(ctx)); err == nil {
			moves, err = movesOf(tx, id)
		}
		return err
	})
	if err != nil {
		return t, err
	}
	b, err := s.book(ctx)
	if err == nil {
		b.tried(&t, moves)
	}
	return t, err
}

// edit changes the moves of an open trial that somebody has read at a version.
func (s *Service) edit(ctx context.Context, id kernel.ID, version int64, change func(tx *db.Tx, t Trial) error) (Trying, error) {
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		t, err := trial(tx, id, author(ctx))
		if err != nil {
			return err
		}
		if t.State != Open {
			return kernel.Refused("coverage.not_open")
		}
		t.Version = version
		if err := replaceTrial(tx, t); err != nil {
			return err
		}
		return change(tx, t)
	})
	if err != nil {
		return Trying{}, err
	}
	return s.Trial(ctx, id)
}

// Put lets an account go to somebody in a trial.
func (s *Service) Put(ctx context.Context, id kernel.ID, version int64, account, to kernel.ID) (Trying, error) {
	b, err := s.book(ctx)
	if err != nil {
		return Trying{}, err
	}
	row, p := b.row(account), b.person(to)
	switch {
	case row < 0:
		return Trying{}, kernel.Missing("db.missing")
	case p < 0 || !b.people[p].covers || b.staff[p].Gone:
		return Trying{}, kernel.Invalid("coverage.cannot_cover")
	case b.ownerOf(row) == to:
		return Trying{}, kernel.Refused("coverage.has_it")
	}
	return s.edit(ctx, id, version, func(tx *db.Tx, t Trial) error {
		if _, err := dropMoves(tx, id, account); err != nil {
			return err
		}
		moves, err := movesOf(tx, id)
		if err == nil && len(moves) >= mostMoves {
			err = kernel.Refused("coverage.too_many", "max", mostMoves)
		}
		if err == nil {
			err = addMoves(tx, Move{id, account, b.ownerOf(row), to, ByHand, Planned})
		}
		if err != nil {
			return err
		}
		return audit.Note(tx, "coverage.moved", "trial", id, map[string]any{"account": account, "to": to})
	})
}

// Take takes a move out of a trial.
func (s *Service) Take(ctx context.Context, id kernel.ID, version int64, account kernel.ID) (Trying, error) {
	return s.edit(ctx, id, version, func(tx *db.Tx, t Trial) error {
		n, err := dropMoves(tx, id, account)
		if err == nil && n == 0 {
			err = kernel.Missing("db.missing")
		}
		if err != nil {
			return err
		}
		return audit.Note(tx, "coverage.taken", "trial", id, map[string]any{"account": account})
	})
}

// Suggest puts what the method finds in place of all moves of a trial.
func (s *Service) Suggest(ctx context.Context, id kernel.ID, version int64) (Trying, error) {
	b, err := s.book(ctx)
	if err != nil {
		return Trying{}, err
	}
	moves, stuck, cut := b.suggested(id)
	t, err := s.edit(ctx, id, version, func(tx *db.Tx, t Trial) error {
		if _, err := dropMoves(tx, id, kernel.ID{}); err != nil {
			return err
		}
		if err := addMoves(tx, moves...); err != nil {
			return err
		}
		return audit.Note(tx, "coverage.suggested", "trial", id, map[string]any{"moves": len(moves)})
	})
	t.Stuck, t.Cut = stuck, cut
	return t, err
}

// Drop gives a trial up; nothing has changed.
func (s *Service) Drop(ctx context.Context, id kernel.ID, version int64) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		t, err := trial(tx, id, author(ctx))
		if err != nil {
			return err
		}
		if t.State != Open {
			return kernel.Refused("coverage.not_open")
		}
		t.State, t.Version = Dropped, version
		if err := replaceTrial(tx, t); err != nil {
			return err
		}
		return audit.Note(tx, "coverage.dropped", "trial", id, nil)
	})
}

// accountsOf are the accounts of moves in some states.
func accountsOf(moves []Move, states ...string) (ids []kernel.ID) {
	for _, m := range moves {
		if slices.Contains(states, m.State) {
			ids = append(ids, m.Account)
		}
	}
	return ids
}
