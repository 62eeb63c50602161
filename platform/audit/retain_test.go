package audit_test

import (
	"errors"
	"testing"
	"time"

	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/audit"
	"erba/platform/db"
)

// in is so many months and a day after now.
func in(months int) time.Time { return time.Now().AddDate(0, months, 1) }

func cut(s *apptest.Stage, now time.Time) int64 {
	s.Helper()
	n, err := audit.Cut(s.Context(), s.DB, now)
	if err != nil {
		s.Fatal(err)
	}
	return n
}

func count(s *apptest.Stage, log string) (n int64) {
	s.Helper()
	write(s, func(tx *db.Tx) (err error) {
		n, err = db.Find[int64](tx, `SELECT count(*) FROM audit WHERE log = ? AND seq IS NOT NULL`, log)
		return err
	})
	return n
}

func TestRetentionKeepsTheChain(t *testing.T) {
	tests := map[string]struct {
		months             int // that have gone by
		security, accesses int64
	}{
		"before half a year nothing is cut":                       {5, 3, 3},
		"after half a year who came is, not who looked":           {6, 0, 3},
		"after three years who looked is, and never what changed": {36, 0, 0},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			stage(t, func(s *apptest.Stage) {
				n := cut(s, in(tt.months))
				if got := count(s, audit.Security); got != tt.security {
					s.Errorf("%d entries of the doors, want %d", got, tt.security)
				}
				if got := count(s, audit.Access); got != tt.accesses {
					s.Errorf("%d entries of accesses, want %d", got, tt.accesses)
				}
				if n != 6-tt.security-tt.accesses {
					s.Errorf("%d cut", n)
				}
				found, err := audit.Verify(s.Context(), s.DB)
				if err != nil || found.Cut != n || found.Unsealed != 0 {
					s.Errorf("%+v, %v", found, err)
				}
				note(s, audit.Guarded)
				seal(s)
				if found, err = audit.Verify(s.Context(), s.DB); err != nil || found.Cut != n {
					s.Errorf("and on: %+v, %v", found, err)
				}
				if again := cut(s, in(tt.months)); again != 0 && tt.security == 3 {
					s.Errorf("%d cut again", again)
				}
			})
		})
	}
}

func TestTamperingWithACutIsFound(t *testing.T) {
	tests := map[string]struct {
		tamper string
		log    string
		seq    int64
	}{
		"more was cut":        {`UPDATE audit_chains SET cut_seq = 3, cut_hash = hash, seq = 3 WHERE log = 'access'`, "access", 3},
		"the cut was widened": {`UPDATE audit_chains SET cut_hash = 'x' WHERE log = 'security'`, "security", 3},
		"the cut was denied":  {`UPDATE audit_chains SET cut_seq = 0, cut_hash = '' WHERE log = 'security'`, "security", 1},
		"what was cut came back": {`INSERT INTO audit SELECT id + 1, 'security', 2, at, actor, verb, object, object_id, account_id, detail, salt, digest, sealed_at, hash
			FROM audit WHERE log = 'change' AND seq = 1`, "security", 2},
		"the entry about it was taken away": {`DELETE FROM audit WHERE verb = 'audit.cut'`, "change", 8},
	}
	stage(t, func(s *apptest.Stage) {
		cut(s, in(6))
		for name, tt := range tests {
			afresh(s, name, func(s *apptest.Stage) {
				s.Exec(tt.tamper)
				_, err := audit.Verify(s.Context(), s.DB)
				breaks(s, err, tt.log, tt.seq)
			})
		}
	})
}

// A cut would hide that something was tampered with before.
func TestWhatDoesNotHoldIsNotCut(t *testing.T) {
	stage(t, func(s *apptest.Stage) {
		s.Exec(`UPDATE audit SET actor = 'rep' WHERE log = 'security' AND seq = 2`)
		_, err := audit.Cut(s.Context(), s.DB, in(6))
		breaks(s, err, "security", 2)
		if n := count(s, audit.Security); n != 3 {
			s.Errorf("%d entries are left", n)
		}
	})
}

func TestRetentionIsNoShorterThanTheLaw(t *testing.T) {
	tests := map[string]struct {
		security, access int
		want             string
	}{
		"as it is":                   {6, 36, ""},
		"longer":                     {24, 60, ""},
		"the doors for five months":  {5, 36, "audit.too_short"},
		"accesses for under 3 years": {6, 35, "audit.too_short"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			apptest.Each(t, nil, func(s *apptest.Stage) {
				err := s.DB.Write(s.As("director"), func(tx *db.Tx) error {
					return audit.Keep(tx, audit.Retention{Security: tt.security, Access: tt.access, Version: 1})
				})
				f, _ := errors.AsType[*kernel.Fault](err)
				if (f != nil) != (tt.want != "") || f != nil && f.Key != tt.want {
					s.Fatalf("%v, want %q", err, tt.want)
				}
				write(s, func(tx *db.Tx) error {
					r, err := audit.Kept(tx)
					if err == nil && tt.want == "" && (r.Security != tt.security || r.Access != tt.access || r.Version != 2) {
						s.Errorf("%+v", r)
					}
					return err
				})
			})
		})
	}
}

// Who has the right to be forgotten is, and the chain holds.
func TestForgetEmptiesEntriesOfAPerson(t *testing.T) {
	stage(t, func(s *apptest.Stage) {
		who, other := kernel.NewID(), kernel.NewID()
		write(s, func(tx *db.Tx) error {
			return errors.Join(
				audit.Changed(tx, "person.met", "person", who, nil, person{Name: "王小明"}),
				audit.Changed(tx, "person.met", "person", other, nil, person{Name: "王大明"}))
		})
		seal(s)
		write(s, func(tx *db.Tx) error {
			return errors.Join(audit.Changed(tx, "person.changed", "person", who, person{Name: "王小明"}, person{Name: "王晓明"}),
				audit.Forget(tx, "person", who))
		})
		var details []string
		write(s, func(tx *db.Tx) (err error) {
			details, err = db.List[string](tx, `SELECT detail FROM audit WHERE object = 'person' ORDER BY id`)
			return err
		})
		if len(details) != 4 || details[0] != "" || details[1] == "" || details[2] != "" || details[3] != `{"entries":2}` {
			s.Errorf("%q", details)
		}
		seal(s)
		found, err := audit.Verify(s.Context(), s.DB)
		if err != nil || found.Forgotten != 2 {
			s.Errorf("%+v, %v", found, err)
		}
		s.Exec(`UPDATE audit SET detail = '', salt = '' WHERE object_id = ?`, other)
		_, err = audit.Verify(s.Context(), s.DB)
		breaks(s, err, "change", 9)
	})
}
