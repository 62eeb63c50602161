package audit_test

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"testing"
	"testing/fstest"

	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/audit"
)

// A database of the first version keeps its chain, and goes on with it.
func TestTheFirstChainGoesOn(t *testing.T) {
	tests := map[string]struct {
		tamper string
		seq    int64
	}{
		"as it was":                          {`UPDATE audit SET seq = seq`, 0},
		"a detail was changed":               {`UPDATE audit SET detail = 'null' WHERE seq = 2`, 2},
		"an entry was taken out":             {`DELETE FROM audit WHERE seq = 3`, 3},
		"an old entry was put into new form": {`UPDATE audit SET digest = 'x' WHERE seq = 1 AND log = 'change'`, 1},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			apptest.Each(t, nil, func(s *apptest.Stage) {
				for _, table := range []string{"audit", "audit_chains", "audit_retention", "schema_audit"} {
					s.Exec(`DROP TABLE ` + table)
				}
				first, err := fs.ReadFile(audit.Schema, "schema/0001_audit.sql")
				if err != nil {
					s.Fatal(err)
				}
				migrate(s, fstest.MapFS{"0001_audit.sql": {Data: first}})
				account := kernel.NewID()
				early(s, account)
				whole, _ := fs.Sub(audit.Schema, "schema")
				migrate(s, whole)
				note(s, audit.Note)
				seal(s)
				s.Exec(tt.tamper)
				log := map[bool]string{true: "change"}[tt.seq != 0]
				found, err := audit.Verify(s.Context(), s.DB)
				breaks(s, err, log, tt.seq)
				if tt.seq == 0 && found.Entries != 5 {
					s.Errorf("%+v", found)
				}
			})
		})
	}
}

func migrate(s *apptest.Stage, files fs.FS) {
	s.Helper()
	if err := s.DB.Migrate(s.Context(), "audit", files); err != nil {
		s.Fatal(err)
	}
}

// early writes four entries as the first version of the program did.
func early(s *apptest.Stage, account kernel.ID) {
	s.Helper()
	hash := ""
	for seq := 1; seq <= 4; seq++ {
		at, detail := int64(1_760_000_000_000_000+seq), `{"code":"K1"}`
		sum := sha256.Sum256(fmt.Appendf(nil, "%s\n%d\n%d\n%s\n%s\n%s\n%s\n%s", hash, seq, at, "rep", "account.opened", "account", account, detail))
		hash = fmt.Sprintf("%x", sum)
		s.Exec(`INSERT INTO audit (seq, at, actor, verb, object, object_id, detail, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
			seq, at, "rep", "account.opened", "account", account, detail, hash)
	}
	s.Exec(`UPDATE audit_head SET seq = 4, hash = ?`, hash)
}
