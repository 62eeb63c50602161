package exporting

import (
	"context"
	"slices"
	"time"

	"erba/feature/approval"
	"erba/feature/privacy"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/export"
	"erba/platform/identity"
)

// Service counts what leaves.
type Service struct {
	db        *db.DB
	register  *privacy.Service
	approvals *approval.Service
	lists     map[string]string // path to grant: everything that leaves as a list
	now       func() time.Time
}

// NewService returns the exporting service; lists fills up while features start.
func NewService(d *db.DB, register *privacy.Service, approvals *approval.Service, lists map[string]string) *Service {
	return &Service{d, register, approvals, lists, time.Now}
}

// Room is how many rows the viewer may take along now: whatever there is, if a
// second person has agreed to this list.
func (s *Service) Room(ctx context.Context, l export.Leaving) (most int64, err error) {
	v, _ := identity.From(ctx)
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		most, _, err = s.left(tx, v)
		if err != nil || !v.Cap().Second {
			return err
		}
		agreed, err := s.permit(tx, v, l)
		if !agreed.IsZero() {
			most = identity.Any - 1
		}
		return err
	})
	return most, err
}

// left is what the viewer may still take along by himself, and when there is more.
func (s *Service) left(tx *db.Tx, v identity.Viewer) (int64, time.Time, error) {
	now, c := s.now(), v.Cap()
	if !c.Limited() {
		return identity.Any - 1, time.Time{}, nil
	}
	taken, err := s.register.TakenBy(tx, v.Accountable(), now.Add(-c.Within))
	counted := make([]identity.Taken, len(taken))
	for i, t := range taken {
		counted[i] = identity.Taken(t)
	}
	left, more := c.Left(counted, now)
	return left, more, err
}

// permit is the one for a list that the viewer has and has not used, or none.
func (s *Service) permit(tx *db.Tx, v identity.Viewer, l export.Leaving) (id kernel.ID, err error) {
	all, err := permits(tx, v.ID, s.now().UnixMicro())
	i := slices.IndexFunc(all, func(p Permit) bool { return p.Request() == Request{l.Path, l.Query} })
	if i >= 0 {
		id = all[i].ID
	}
	return id, err
}

// Taken counts a list before it is handed out, and registers every file. What
// somebody takes at once in two places is counted one after the other.
func (s *Service) Taken(ctx context.Context, l export.Leaving) error {
	v, _ := identity.From(ctx)
	return s.db.Write(ctx, func(tx *db.Tx) error {
		if !l.Table {
			return s.register.Register(tx, l, kernel.ID{})
		}
		if err := tx.Alone("exporting." + v.Accountable().String()); err != nil {
			return err
		}
		permit, err := s.admit(tx, v, l)
		if err != nil {
			return err
		}
		return s.register.Register(tx, l, permit)
	})
}

// admit lets a list pass by what the viewer has left, or by a permit, which is
// used up: the one that is returned. No permit helps whose role knows no second person.
func (s *Service) admit(tx *db.Tx, v identity.Viewer, l export.Leaving) (kernel.ID, error) {
	left, more, err := s.left(tx, v)
	if err != nil {
		return kernel.ID{}, err
	}
	c, long := v.Cap(), l.Rows > left
	if !c.Limited() {
		return kernel.ID{}, nil
	}
	if long && !c.Second {
		return kernel.ID{}, refusal(c, left, more)
	}
	if !long && !l.Whole {
		return kernel.ID{}, nil
	}
	id, err := s.permit(tx, v, l)
	if err != nil {
		return id, err
	}
	if !id.IsZero() {
		if first, err := use(tx, id, s.now().UnixMicro()); err != nil || first {
			return id, err
		}
	}
	if long {
		return id, refusal(c, left, more)
	}
	return id, kernel.Denied("exporting.second_whole")
}

// refusal says how many rows are left, and when there are more.
func refusal(c identity.Cap, left int64, more time.Time) error {
	when, key := "", "exporting.too_many"
	if c.Second {
		key = "exporting.second_more"
	}
	if more.IsZero() {
		return kernel.Denied(key, "max", c.Rows, "hours", int64(c.Within.Hours()))
	}
	when = more.Format("2006-01-02 15:04")
	if c.Second {
		return kernel.Denied("exporting.second_left", "max", c.Rows, "hours", int64(c.Within.Hours()), "left", left, "when", when)
	}
	return kernel.Denied("exporting.none_left", "max", c.Rows, "hours", int64(c.Within.Hours()), "left", left, "when", when)
}
