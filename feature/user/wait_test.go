package user

import (
	"testing"

	"erba/feature/approval"
	"erba/platform/apptest"
	"erba/platform/db"
	"erba/platform/identity"
)

// Where there are too few to approve, a day passes in which every director is told.
func TestTooFewDirectorsGiveItADay(t *testing.T) {
	matrix := identity.Unite([]string{"admin", "director", "finance", "rep", "key_account_manager", "sales_manager", "service", "operations", "privacy"}, approval.Grants, identity.Grants{
		"user:write": {"admin": "A"}, "user:approve": {"director": "A"}})
	tests := map[string]struct {
		manager, other string // the roles of two more; the director is one, the rep is to be finance
		waits          bool
	}{
		"one director":                          {"rep", "admin", true},
		"a second":                              {"director", "admin", false},
		"a second, who is the one who asks":     {"rep", "admin director", true},
		"a third, and one of them is the asker": {"director", "admin director", false},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			apptest.Each(t, features, func(s *apptest.Stage) {
				s.Exec(`UPDATE users SET roles = ? WHERE login = 'manager'`, tt.manager)
				s.Exec(`UPDATE users SET roles = ? WHERE login = 'other'`, tt.other)
				users := identity.NewService(s.DB, matrix)
				approvals := approval.NewService(s.DB, s.Kit.Events, users, s.Kit.Jobs)
				service := NewService(s.DB, users, approvals)
				approval.Declare(approvals, roleGrant, approval.Course[granted]{Apply: service.grant})
				asker, err := users.Viewer(s.Context(), s.User("other").ID)
				if err != nil {
					s.Fatal(err)
				}
				ctx := identity.With(s.Context(), asker.For("user:write"))
				u, err := service.Change(ctx, User{ID: s.User("rep").ID, Name: "R", Roles: []string{"rep", "finance"}, Active: true, Version: 1})
				if err != nil || len(u.Roles) != 1 || len(u.Asked) != 1 {
					s.Fatalf("%+v, %v", u, err)
				}
				if got := waiting(s); got != tt.waits {
					s.Errorf("it takes effect by itself: %t", got)
				}
			})
		})
	}
}

func waiting(s *apptest.Stage) (waits bool) {
	err := s.DB.Read(s.Context(), func(tx *db.Tx) (err error) {
		waits, err = db.Find[bool](tx, `SELECT effect_at > 0 FROM approvals`)
		return err
	})
	if err != nil {
		s.Fatal(err)
	}
	return waits
}
