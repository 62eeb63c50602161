package app_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
	"erba/platform/audit"
	"erba/platform/identity"
)

func TestDoctor(t *testing.T) {
	tests := map[string]struct {
		ill, check, want string // what is done, which check sees it, what it names
	}{
		"all is well":                {ill: `UPDATE users SET name = name`},
		"a table nobody owns":        {`CREATE TABLE leftover (id BIGINT)`, "doctor.tables", "leftover"},
		"the versions of a feature":  {`CREATE TABLE schema_gone (id BIGINT)`, "doctor.tables", "schema_gone"},
		"a role that is no more":     {`UPDATE users SET roles = 'rep emperor' WHERE login = 'rep'`, "doctor.roles", "emperor"},
		"two roles in one person":    {`UPDATE users SET roles = 'admin director' WHERE login = 'rep'`, "doctor.small", ""},
		"somebody who has left does": {ill: `UPDATE users SET roles = 'admin director', active = FALSE WHERE login = 'rep'`},
		"the audit was changed":      {`UPDATE audit SET detail = 'null' WHERE seq = 2`, "doctor.audit", "2"},
		"a feature's own check":      {`UPDATE users SET name = 'ill' WHERE login = 'rep'`, "x.check", "ill"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			apptest.Each(t, nil, func(s *apptest.Stage) {
				s.App.Matrix = identity.Matrix{"admin": {}, "director": {}, "manager": {}, "rep": {}, "other": {}}
				p, err := s.App.Start(s.DB)
				if err != nil {
					s.Fatal(err)
				}
				p.Check("x.check", func(ctx context.Context) error {
					if u, err := p.Users.Named(ctx, "rep"); err != nil || u.Name == "ill" {
						return errors.Join(err, kernel.Refused("x.ill", "what", u.Name))
					}
					return nil
				})
				if err := audit.Seal(s.Context(), s.DB); err != nil {
					s.Fatal(err)
				}
				s.Exec(tt.ill)
				seen, what := examine(s, p)
				if seen != tt.check || !strings.Contains(what, tt.want) {
					s.Errorf("%q sees %q, want %q to see %q", seen, what, tt.check, tt.want)
				}
			})
		})
	}
}

// examine is the last check that finds something, and what.
func examine(s *apptest.Stage, p *app.Product) (check, what string) {
	for _, c := range s.App.Doctor(p) {
		if err := c.Run(s.Context()); err != nil {
			check, what = c.Name, err.Error()
		}
	}
	return check, what
}
