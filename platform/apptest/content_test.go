package apptest_test

import (
	"testing"

	"erba/platform/apptest"
)

func TestContentChangesWithEverythingButTraces(t *testing.T) {
	tests := map[string]struct {
		change string
		seen   bool
	}{
		"nothing happens":              {`UPDATE users SET name = name`, false},
		"a user is renamed":            {`UPDATE users SET name = 'x' WHERE login = 'rep'`, true},
		"a row goes":                   {`DELETE FROM reports`, true},
		"a failed sign-in":             {`INSERT INTO sign_in_tries (id, who, at) VALUES (1, 'x', 1)`, false},
		"a session":                    {`DELETE FROM sessions`, false},
		"a denial that was written up": {`UPDATE audit SET detail = 'x'`, false},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			apptest.Each(t, nil, func(s *apptest.Stage) {
				before := s.Content()
				if s.Exec(tt.change); (s.Content() != before) != tt.seen {
					s.Errorf("seen: %v", !tt.seen)
				}
			})
		})
	}
}
