package vault_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/db"
	"erba/platform/vault"
)

var (
	row   = kernel.NewID()
	place = vault.Place{Table: "secrets", Column: "value", Row: row}
)

func sealed(s *apptest.Stage, v *vault.Vault, at vault.Place, plain string) string {
	text, err := v.Seal(at, plain)
	if err != nil {
		s.Fatal(err)
	}
	return text
}

// key is the text key of a fault, "" of none.
func key(err error) string {
	if f, ok := errors.AsType[*kernel.Fault](err); ok {
		return f.Key
	}
	if err != nil {
		return err.Error()
	}
	return ""
}

func TestSealedValuesOpenInTheirPlaceAlone(t *testing.T) {
	apptest.Each(t, nil, func(s *apptest.Stage) {
		v := s.Kit.Vault
		text := sealed(s, v, place, "13800138000")
		if strings.Contains(text, "138") || text == sealed(s, v, place, "13800138000") {
			s.Error("a sealed value shows something")
		}
		other := kernel.NewID()
		tests := map[string]struct {
			at   vault.Place
			text string
			want string
			key  string
		}{
			"its place":      {place, text, "13800138000", ""},
			"another row":    {vault.Place{Table: "secrets", Column: "value", Row: other}, text, "", "vault.altered"},
			"another column": {vault.Place{Table: "secrets", Column: "other", Row: row}, text, "", "vault.altered"},
			"another table":  {vault.Place{Table: "others", Column: "value", Row: row}, text, "", "vault.altered"},
			"altered":        {place, text[:len(text)-4] + "AAAA", "", "vault.altered"},
			"cut off":        {place, text[:16], "", "vault.altered"},
			"another key":    {place, other.String() + text[13:], "", "vault.key_lost"},
			"nothing":        {place, "", "", ""},
		}
		for name, tt := range tests {
			if got, err := v.Open(tt.at, tt.text); got != tt.want || key(err) != tt.key {
				s.Errorf("%s: %q, %v", name, got, err)
			}
		}
	})
}

func TestTheKeyFile(t *testing.T) {
	apptest.Each(t, nil, func(s *apptest.Stage) {
		path := s.App.Keys
		info, err := os.Stat(path)
		if err != nil || info.Mode().Perm() != 0o600 {
			s.Fatalf("the file is for its owner alone: %v, %v", info, err)
		}
		text := sealed(s, s.Kit.Vault, place, "x")
		again := vault.Open(s.Context(), s.DB, path)
		if got, err := again.Open(place, text); got != "x" || err != nil {
			s.Errorf("after a restart: %q, %v", got, err)
		}
		one, _ := s.Kit.Vault.Blind("phone", "1")
		two, _ := again.Blind("phone", "1")
		three, _ := again.Blind("mail", "1")
		if one != two || one == three {
			s.Error("the same hash for the same value and purpose, another for another")
		}
		if err := again.Check(s.Context()); err != nil {
			s.Error(err)
		}
		_ = os.Chmod(path, 0o644)
		if err := again.Check(s.Context()); key(err) != "vault.open_file" {
			s.Errorf("a file that others can read: %v", err)
		}
	})
}

func TestLostKeys(t *testing.T) {
	losses := map[string]func(path string) error{
		"the file is gone": os.Remove,
		"the file is of another database": func(path string) error {
			return os.WriteFile(path, []byte(`{"blind":"`+strings.Repeat("A", 43)+`=","keys":[{"id":"X","secret":"`+strings.Repeat("A", 43)+`="}]}`), 0o600)
		},
		"the file is damaged": func(path string) error { return os.WriteFile(path, []byte("{"), 0o600) },
		"the file has another secret under the same name": func(path string) error {
			raw, err := os.ReadFile(path)
			at := strings.LastIndex(string(raw), `"secret": "`) + len(`"secret": "`)
			raw[at] ^= 1
			return errors.Join(err, os.WriteFile(path, raw, 0o600))
		},
	}
	for name, lose := range losses {
		t.Run(name, func(t *testing.T) {
			apptest.Each(t, nil, func(s *apptest.Stage) {
				text := sealed(s, s.Kit.Vault, place, "x")
				if err := lose(s.App.Keys); err != nil {
					s.Fatal(err)
				}
				product, err := s.App.Start(s.DB) // it starts all the same
				if err != nil {
					s.Fatal(err)
				}
				v := product.Vault
				_, opens := v.Open(place, text)
				_, seals := v.Seal(place, "y")
				_, blinds := v.Blind("phone", "1")
				_, rotates := v.Rotate(s.Context(), false)
				for _, err := range []error{opens, seals, blinds, rotates, v.Lost()} {
					if key(err) != "vault.key_lost" {
						s.Errorf("without its keys: %v", err)
					}
				}
				if err := v.Check(s.Context()); key(err) != "vault.no_keys" {
					s.Errorf("the doctor: %v", err)
				}
				beginAnew(s, v, text)
			})
		})
	}
}

// beginAnew makes a new file after a loss: new values can be sealed, old ones stay lost.
func beginAnew(s *apptest.Stage, v *vault.Vault, text string) {
	if _, err := v.Rotate(s.Context(), true); err != nil {
		s.Fatal(err)
	}
	if got, err := v.Open(place, sealed(s, v, place, "y")); got != "y" || err != nil {
		s.Errorf("a new value: %q, %v", got, err)
	}
	if _, err := v.Open(place, text); err == nil {
		s.Error("what was lost opens")
	}
	if _, err := v.Rotate(s.Context(), true); key(err) != "vault.not_lost" {
		s.Errorf("nothing is lost any more: %v", err)
	}
	if again := vault.Open(s.Context(), s.DB, s.App.Keys); again.Lost() != nil {
		s.Error(again.Lost())
	}
}

func TestARotationThatWasInterruptedGoesOn(t *testing.T) {
	apptest.Each(t, nil, func(s *apptest.Stage) {
		const rows = 250
		v, ids := s.Kit.Vault, make([]kernel.ID, rows)
		s.Exec(`CREATE TABLE secrets (id BIGINT NOT NULL PRIMARY KEY, value TEXT NOT NULL)`)
		v.Keep(vault.Column{Table: "secrets", Name: "value"})
		for i := range ids {
			ids[i] = kernel.NewID()
			s.Exec(`INSERT INTO secrets (id, value) VALUES (?, ?)`, ids[i], sealed(s, v, vault.Place{Table: "secrets", Column: "value", Row: ids[i]}, ids[i].String()))
		}
		other := vault.Open(s.Context(), s.DB, s.App.Keys) // another process, which knows the old key
		fresh, err := v.Rotate(s.Context(), false)
		if err != nil {
			s.Fatal(err)
		}
		ctx, stop := context.WithCancel(s.Context())
		if _, err := v.Reseal(ctx, func(done, total int64) { stop() }); !errors.Is(err, context.Canceled) {
			s.Fatalf("interrupted: %v", err)
		}
		left, err := v.Waiting(s.Context())
		if err != nil || left == 0 || left == rows {
			s.Fatalf("%d of %d wait, %v", left, rows, err)
		}
		if err := v.Check(s.Context()); key(err) != "vault.waiting" {
			s.Errorf("the doctor: %v", err)
		}
		readable(s, v, ids)
		again := vault.Open(s.Context(), s.DB, s.App.Keys)
		again.Keep(vault.Column{Table: "secrets", Name: "value"})
		done, err := again.Reseal(s.Context(), func(int64, int64) {})
		if err != nil || done.Done != left || done.Lost != 0 {
			s.Errorf("resumed: %+v, %v, want %d", done, err, left)
		}
		if n := stored(s, fresh+".%"); n != rows {
			s.Errorf("%d of %d are sealed with the new key", n, rows)
		}
		readable(s, again, ids)
		readable(s, other, ids)
		if text := sealed(s, other, place, "x"); !strings.HasPrefix(text, fresh+".") {
			s.Errorf("the other process seals with %s", text[:13])
		}
	})
}

// readable wants every row to open.
func readable(s *apptest.Stage, v *vault.Vault, ids []kernel.ID) {
	s.Helper()
	err := s.DB.Read(s.Context(), func(tx *db.Tx) error {
		for _, id := range ids {
			text, err := db.Find[string](tx, `SELECT value FROM secrets WHERE id = ?`, id)
			if err != nil {
				return err
			}
			if got, err := v.Open(vault.Place{Table: "secrets", Column: "value", Row: id}, text); got != id.String() || err != nil {
				return errors.Join(err, errors.New("opens as "+got))
			}
		}
		return nil
	})
	if err != nil {
		s.Error(err)
	}
}

func stored(s *apptest.Stage, like string) (n int) {
	err := s.DB.Read(s.Context(), func(tx *db.Tx) (err error) {
		n, err = db.Find[int](tx, `SELECT count(*) FROM secrets WHERE value LIKE ?`, like)
		return err
	})
	if err != nil {
		s.Fatal(err)
	}
	return n
}

func TestABackupFromBeforeARotationOpens(t *testing.T) {
	apptest.Each(t, nil, func(s *apptest.Stage) {
		text := sealed(s, s.Kit.Vault, place, "x")
		if _, err := s.Kit.Vault.Rotate(s.Context(), false); err != nil {
			s.Fatal(err)
		}
		s.Exec(`DELETE FROM vault_keys WHERE made_at = (SELECT max(made_at) FROM vault_keys)`) // as the older database had it
		restored := vault.Open(s.Context(), s.DB, s.App.Keys)
		if got, err := restored.Open(place, text); got != "x" || err != nil || restored.Check(s.Context()) != nil {
			s.Errorf("%q, %v, %v", got, err, restored.Check(s.Context()))
		}
	})
}

func TestReplaceWritesWhole(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.keys")
	for _, content := range []string{"one", "another"} {
		if err := vault.Replace(path, []byte(content)); err != nil {
			t.Fatal(err)
		}
		if raw, err := os.ReadFile(path); string(raw) != content || err != nil {
			t.Errorf("%q, %v", raw, err)
		}
	}
	if left, _ := filepath.Glob(path + ".*"); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
}
