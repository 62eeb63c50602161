package audit_test

import (
	"context"
	"errors"
	"testing"

	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/audit"
	"erba/platform/db"
)

// stage is seven sealed entries of the log of writes, three of accesses and
// three of the doors; the four users of the stage fill the log of rights.
func stage(t *testing.T, f func(*apptest.Stage)) {
	apptest.Each(t, nil, func(s *apptest.Stage) {
		for range 7 {
			note(s, audit.Note)
		}
		for range 3 {
			note(s, audit.Seen)
			note(s, audit.Guarded)
		}
		seal(s)
		f(s)
	})
}

// afresh runs a test of its own on the audit as it is now, and puts that back.
func afresh(s *apptest.Stage, name string, f func(*apptest.Stage)) {
	tables := []string{"audit", "audit_chains"}
	for _, table := range tables {
		s.Exec(`CREATE TABLE kept_` + table + ` AS SELECT * FROM ` + table)
	}
	s.Run(name, func(t *testing.T) {
		one := *s
		one.T = t
		f(&one)
	})
	for _, table := range tables {
		s.Exec(`DELETE FROM ` + table)
		s.Exec(`INSERT INTO ` + table + ` SELECT * FROM kept_` + table)
		s.Exec(`DROP TABLE kept_` + table)
	}
}

type noting func(*db.Tx, string, string, kernel.ID, any) error

func note(s *apptest.Stage, n noting) kernel.ID {
	s.Helper()
	id := kernel.NewID()
	write(s, func(tx *db.Tx) error { return n(tx, "thing.done", "thing", id, map[string]int{"sum": 1}) })
	return id
}

func write(s *apptest.Stage, f func(*db.Tx) error) {
	s.Helper()
	if err := s.DB.Write(s.As("director"), f); err != nil {
		s.Fatal(err)
	}
}

func seal(s *apptest.Stage) {
	s.Helper()
	if err := audit.Seal(s.Context(), s.DB); err != nil {
		s.Fatal(err)
	}
}

// breaks checks that the chain breaks at a place of a log; "" is nowhere.
func breaks(s *apptest.Stage, err error, log string, seq int64) {
	s.Helper()
	f, ok := errors.AsType[*kernel.Fault](err)
	if ok != (log != "") || !ok && err != nil || ok && (f.Key != "audit.broken" || f.Args["log"] != log || f.Args["seq"] != seq) {
		s.Errorf("%v, want the chain broken at %s %d", err, log, seq)
	}
}

func TestTamperingIsFound(t *testing.T) {
	tests := map[string]struct {
		tamper string
		log    string // of the first entry that does not hold; empty: all do
		seq    int64
	}{
		"nothing happened":            {tamper: `UPDATE audit SET seq = seq`},
		"a detail was changed":        {`UPDATE audit SET detail = '{"sum":9}' WHERE log = 'change' AND seq = 6`, "change", 6},
		"a detail and its digest":     {`UPDATE audit SET detail = 'null', digest = 'x' WHERE log = 'change' AND seq = 6`, "change", 6},
		"a detail was blanked":        {`UPDATE audit SET detail = '', salt = '' WHERE log = 'change' AND seq = 4`, "change", 4},
		"somebody else was named":     {`UPDATE audit SET actor = 'rep' WHERE log = 'change' AND seq = 5`, "change", 5},
		"another verb was written":    {`UPDATE audit SET verb = 'thing.read' WHERE log = 'access' AND seq = 2`, "access", 2},
		"another object was written":  {`UPDATE audit SET object_id = 7 WHERE log = 'access' AND seq = 2`, "access", 2},
		"it was hung on an account":   {`UPDATE audit SET account_id = 7 WHERE log = 'change' AND seq = 2`, "change", 2},
		"an entry was cut out":        {`DELETE FROM audit WHERE log = 'change' AND seq = 6`, "change", 6},
		"the beginning was cut off":   {`DELETE FROM audit WHERE log = 'security' AND seq = 1`, "security", 1},
		"the end was cut off":         {`DELETE FROM audit WHERE log = 'change' AND seq = 7`, "change", 7},
		"the end of another log":      {`DELETE FROM audit WHERE log = 'rights' AND seq = 4`, "rights", 4},
		"everything was forgotten":    {`DELETE FROM audit`, "change", 1},
		"a log was forgotten":         {`DELETE FROM audit WHERE log = 'access'`, "access", 1},
		"a moment was moved":          {`UPDATE audit SET at = at + 1 WHERE log = 'change' AND seq = 7`, "change", 7},
		"a sealing was moved":         {`UPDATE audit SET sealed_at = sealed_at - 1 WHERE log = 'change' AND seq = 7`, "change", 7},
		"the head was turned back":    {`UPDATE audit_chains SET seq = 6 WHERE log = 'change'`, "change", 8},
		"a head was lost":             {`DELETE FROM audit_chains WHERE log = 'access'`, "access", 4},
		"an entry became unsealed":    {`UPDATE audit SET seq = NULL WHERE log = 'change' AND seq = 3`, "change", 3},
		"an entry moved to a log":     {`UPDATE audit SET log = 'security', seq = 4 WHERE log = 'access' AND seq = 3`, "access", 3},
		"a cut was made up":           {`UPDATE audit_chains SET cut_seq = 2, cut_hash = (SELECT hash FROM audit WHERE log = 'security' AND seq = 2) WHERE log = 'security'`, "security", 2},
		"an entry was made up at end": {`INSERT INTO audit SELECT id + 1, log, seq + 1, at, actor, verb, object, object_id, account_id, detail, salt, digest, sealed_at, hash FROM audit WHERE log = 'change' AND seq = 7`, "change", 8},
		"an entry was put before all": {`INSERT INTO audit SELECT id - 1, log, 0, at, actor, verb, object, object_id, account_id, detail, salt, digest, sealed_at, hash FROM audit WHERE log = 'change' AND seq = 1`, "change", 0},
	}
	stage(t, func(s *apptest.Stage) {
		for name, tt := range tests {
			afresh(s, name, func(s *apptest.Stage) {
				s.Exec(tt.tamper)
				_, err := audit.Verify(s.Context(), s.DB)
				breaks(s, err, tt.log, tt.seq)
			})
		}
	})
}

func TestSwappedEntriesAreFound(t *testing.T) {
	stage(t, func(s *apptest.Stage) {
		for from, to := range map[int]int{6: 1007, 7: 1006} {
			s.Exec(`UPDATE audit SET seq = ? WHERE log = 'change' AND seq = ?`, to, from)
		}
		s.Exec(`UPDATE audit SET seq = seq - 1000 WHERE seq > 1000`)
		_, err := audit.Verify(s.Context(), s.DB)
		breaks(s, err, "change", 6)
	})
}

// Whoever writes all hashes anew is found by an end that was noted elsewhere.
func TestANotedEndIsStillThere(t *testing.T) {
	stage(t, func(s *apptest.Stage) {
		found, err := audit.Verify(s.Context(), s.DB)
		if err != nil {
			s.Fatal(err)
		}
		note(s, audit.Note)
		seal(s)
		_, err = audit.Verify(s.Context(), s.DB, found.Ends...)
		breaks(s, err, "", 0)
		s.Exec(`DELETE FROM audit WHERE log = 'change' AND seq > 3`)
		s.Exec(`UPDATE audit_chains SET seq = 3, hash = (SELECT hash FROM audit WHERE log = 'change' AND seq = 3) WHERE log = 'change'`)
		_, err = audit.Verify(s.Context(), s.DB)
		breaks(s, err, "", 0)
		_, err = audit.Verify(s.Context(), s.DB, found.Ends...)
		breaks(s, err, "change", 4)
		for range 5 {
			note(s, audit.Note)
		}
		seal(s)
		_, err = audit.Verify(s.Context(), s.DB, found.Ends...)
		breaks(s, err, "change", 7)
	})
}

// What is not written is not remembered, and the other way round.
func TestNoteSharesTheFateOfItsWrite(t *testing.T) {
	apptest.Each(t, nil, func(s *apptest.Stage) {
		before, _ := audit.Length(s.Context(), s.DB)
		err := s.DB.Write(s.As("director"), func(tx *db.Tx) error {
			return errors.Join(audit.Note(tx, "thing.done", "thing", kernel.NewID(), nil), errors.New("no"))
		})
		if err == nil {
			s.Fatal("the write went through")
		}
		if after, _ := audit.Length(s.Context(), s.DB); after != before {
			s.Errorf("%d entries became %d", before, after)
		}
		note(s, audit.Note)
		if after, _ := audit.Length(s.Context(), s.DB); after != before+1 {
			s.Errorf("a write: %d entries became %d", before, after)
		}
		seal(s)
		if after, _ := audit.Length(s.Context(), s.DB); after != before+1 {
			s.Errorf("sealing: %d entries became %d", before, after)
		}
	})
}

func TestTheTailIsReported(t *testing.T) {
	apptest.Each(t, nil, func(s *apptest.Stage) {
		seal(s)
		note(s, audit.Note)
		note(s, audit.Seen)
		var oldest int64
		write(s, func(tx *db.Tx) (err error) {
			oldest, err = db.Find[int64](tx, `SELECT min(at) FROM audit WHERE seq IS NULL`)
			return err
		})
		found, err := audit.Verify(s.Context(), s.DB)
		if err != nil || found.Unsealed != 2 || found.Oldest != oldest || found.Entries != 4 {
			s.Errorf("%+v, %v; want 4 users sealed, 2 entries since %d unsealed", found, err, oldest)
		}
		seal(s)
		if found, err = audit.Verify(s.Context(), s.DB); err != nil || found.Unsealed != 0 || found.Entries != 6 {
			s.Errorf("sealed: %+v, %v", found, err)
		}
	})
}

// An entry with an old ID that is committed after younger ones were sealed
// comes after them; nothing sealed moves.
func TestALateEntryComesLast(t *testing.T) {
	apptest.Each(t, nil, func(s *apptest.Stage) {
		seal(s)
		late := note(s, audit.Note)
		early := note(s, audit.Note)
		hide := func(seq any) { s.Exec(`UPDATE audit SET seq = ? WHERE object_id = ?`, seq, late) }
		hide(-1) // as if it was not committed yet
		seal(s)
		hide(nil)
		seal(s)
		var order []kernel.ID
		write(s, func(tx *db.Tx) (err error) {
			order, err = db.List[kernel.ID](tx, `SELECT object_id FROM audit WHERE log = 'change' ORDER BY seq`)
			return err
		})
		if _, err := audit.Verify(s.Context(), s.DB); err != nil || len(order) != 2 || order[0] != early || order[1] != late {
			s.Errorf("%v, %v; want %v before %v", order, err, early, late)
		}
	})
}

// Writers on PostgreSQL do not wait for each other's entries.
func TestWritersDoNotTakeTurns(t *testing.T) {
	apptest.Each(t, nil, func(s *apptest.Stage) {
		if s.Name() == t.Name()+"/sqlite" {
			return // it has one writer
		}
		write(s, func(tx *db.Tx) error {
			if err := audit.Note(tx, "thing.done", "thing", kernel.NewID(), nil); err != nil {
				return err
			}
			note(s, audit.Note) // another transaction, to its end
			return audit.Seal(s.Context(), s.DB)
		})
		seal(s)
		if found, err := audit.Verify(s.Context(), s.DB); err != nil || found.Entries != 6 {
			s.Errorf("%+v, %v", found, err)
		}
	})
}

func TestSealersTakeTurns(t *testing.T) {
	apptest.Each(t, nil, func(s *apptest.Stage) {
		for range 50 {
			note(s, audit.Note)
		}
		ended := make(chan error)
		for range 4 {
			go func() { ended <- audit.Seal(s.Context(), s.DB) }()
		}
		for range 4 {
			if err := <-ended; err != nil {
				s.Error(err)
			}
		}
		if found, err := audit.Verify(s.Context(), s.DB); err != nil || found.Entries != 54 {
			s.Errorf("%+v, %v", found, err)
		}
	})
}

func TestRunSealsWhatIsWrittenUntilItsEnd(t *testing.T) {
	apptest.Each(t, nil, func(s *apptest.Stage) {
		ctx, stop := context.WithCancel(s.Context())
		ended := make(chan struct{})
		go func() { audit.Run(ctx, s.DB); close(ended) }()
		unsealed := func() int64 {
			found, err := audit.Verify(s.Context(), s.DB)
			if err != nil {
				s.Error(err)
			}
			return found.Unsealed
		}
		s.Wait("the entries are sealed", func() bool { return unsealed() == 0 })
		note(s, audit.Note)
		stop()
		<-ended
		if n := unsealed(); n != 0 {
			s.Errorf("%d entries are left", n)
		}
	})
}

func TestNoteNamesItsUser(t *testing.T) {
	apptest.Each(t, nil, func(s *apptest.Stage) {
		id := kernel.NewID()
		err := s.DB.Write(s.As("manager"), func(tx *db.Tx) error { return audit.Note(tx, "thing.done", "thing", id, nil) })
		if err != nil {
			s.Fatal(err)
		}
		var actor, log string
		write(s, func(tx *db.Tx) (err error) {
			if actor, err = db.Find[string](tx, `SELECT actor FROM audit WHERE object_id = ?`, id); err == nil {
				log, err = db.Find[string](tx, `SELECT log FROM audit WHERE object_id = ?`, s.User("rep").ID)
			}
			return err
		})
		if actor != "manager" || log != audit.Rights {
			s.Errorf("the actor is %q, a user's log %q", actor, log)
		}
	})
}
