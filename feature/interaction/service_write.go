package interaction

import (
	"context"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
)

// Write writes a contact down; if it answers a question, that waits no longer.
func (s *Service) Write(ctx context.Context, i Interaction, answers kernel.ID) (Interaction, error) {
	err := s.db.Write(ctx, func(tx *db.Tx) (err error) {
		if i.ID, err = s.Log(tx, i); err != nil {
			return err
		}
		if i, err = find(tx, i.ID); err != nil || answers.IsZero() {
			return err
		}
		question, err := find(tx, answers)
		switch {
		case err != nil:
			return err
		case question.Account != i.Account || i.Direction != Out || i.At == 0:
			return kernel.Invalid("interaction.no_answer").In("answers")
		}
		return s.answer(tx, question, i.At)
	})
	return i, err
}

// Answer says when a question was answered, over the version that was read.
func (s *Service) Answer(ctx context.Context, id kernel.ID, version, at int64) (i Interaction, err error) {
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		if i, err = find(tx, id); err != nil {
			return err
		}
		i.Version = version
		if err = s.answer(tx, i, at); err != nil {
			return err
		}
		i, err = find(tx, id)
		return err
	})
	return i, err
}

// answer ends the waiting of a question.
func (s *Service) answer(tx *db.Tx, i Interaction, at int64) (err error) {
	before := i
	switch {
	case !i.Waits:
		return kernel.Refused("interaction.not_waiting")
	case at < i.At || at > s.now().UnixMicro()+60e6:
		return kernel.Invalid("interaction.answered_before").In("at")
	}
	if i, err = attended(tx, i); err != nil {
		return err
	}
	i.Waits, i.Answered = false, at
	if err := replace(tx, i); err != nil {
		return err
	}
	return audit.Changed(tx, "interaction.answered", "interaction", i.ID, before, i)
}

// Amend writes over the version of a contact that was read. That of a visit is
// changed where the visit is.
func (s *Service) Amend(ctx context.Context, next Interaction) (i Interaction, err error) {
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		before, err := own(tx, next.ID)
		if err != nil {
			return err
		}
		i = before
		i.On, i.At, i.Channel, i.Direction, i.Subject = next.On, next.At, next.Channel, next.Direction, next.Subject
		i.Waits, i.Version, i.People, i.Users = next.Waits && before.Answered == 0, next.Version, next.People, next.Users
		if err := s.settle(tx, &i); err != nil {
			return err
		}
		if err := replace(tx, i); err != nil {
			return err
		}
		if err := audit.Changed(tx, "interaction.changed", "interaction", i.ID, before, i); err != nil {
			return err
		}
		i, err = find(tx, i.ID)
		return err
	})
	return i, err
}

// Drop forgets a contact that was none.
func (s *Service) Drop(ctx context.Context, id kernel.ID, version int64) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		i, err := own(tx, id)
		if err != nil {
			return err
		}
		before := i
		i.Version = version
		if err := drop(tx, i); err != nil {
			return err
		}
		return audit.Changed(tx, "interaction.dropped", "interaction", id, before, nil)
	})
}

// own is a contact that is no visit's.
func own(tx *db.Tx, id kernel.ID) (Interaction, error) {
	i, err := find(tx, id)
	if err == nil && !i.Visit.IsZero() {
		err = kernel.Refused("interaction.of_a_visit")
	}
	return i, err
}

// attended is a contact with who took part.
func attended(tx *db.Tx, i Interaction) (Interaction, error) {
	theirs, err := people(tx, []kernel.ID{i.ID})
	if err != nil {
		return i, err
	}
	ours, err := users(tx, []kernel.ID{i.ID})
	i.People, i.Users = ids(theirs), ids(ours)
	return i, err
}

func ids(parts []part) []kernel.ID {
	all := make([]kernel.ID, len(parts))
	for at, p := range parts {
		all[at] = p.ID
	}
	return all
}
