package identity_test

import (
	"errors"
	"testing"

	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/db"
	"erba/platform/identity"
)

// Two who are made each other's boss at the same moment do not close a circle:
// one of the moves comes first, the other is refused.
func TestMovesAtTheSameMomentCloseNoCircle(t *testing.T) {
	apptest.Each(t, nil, func(s *apptest.Stage) {
		hang := func(user, boss string) error {
			u, err := s.Kit.Users.User(s.Context(), s.User(user).ID)
			if err != nil {
				return err
			}
			u.Boss = kernel.ID{}
			if boss != "" {
				u.Boss = s.User(boss).ID
			}
			_, err = s.Kit.Users.Change(s.As("director"), u)
			return err
		}
		for range 10 {
			refused := make(chan error)
			go func() { refused <- hang("rep", "other") }()
			go func() { refused <- hang("other", "rep") }()
			one, other := <-refused, <-refused
			if f, ok := errors.AsType[*kernel.Fault](errors.Join(one, other)); !ok || f.Key != "identity.circle" || one != nil && other != nil {
				s.Fatalf("%v, %v; want one to be refused", one, other)
			}
			if n := circles(s); n != 0 {
				s.Fatalf("%d report to each other", n)
			}
			for _, user := range []string{"rep", "other"} {
				if err := hang(user, ""); err != nil {
					s.Fatal(err)
				}
			}
		}
	})
}

// circles counts pairs of which each reports to the other.
func circles(s *apptest.Stage) (n int) {
	err := s.DB.Read(identity.With(s.Context(), identity.System()), func(tx *db.Tx) (err error) {
		n, err = db.Find[int](tx, `SELECT count(*) FROM reports a JOIN reports b
			ON a.manager_id = b.user_id AND a.user_id = b.manager_id WHERE a.manager_id < a.user_id`)
		return err
	})
	if err != nil {
		s.Fatal(err)
	}
	return n
}
