package apptest

import (
	"database/sql"
	"path/filepath"
	"strings"

	"erba/kernel"
	"erba/platform/db"
	"erba/platform/web"
)

// Restart starts the product anew, on its own database or on another one in
// its place, such as a Backup.
func (s *Stage) Restart(dsn string) {
	s.Helper()
	must(s.T, s.DB.Close())
	s.dsn = dsn
	d, err := db.Open(dsn)
	must(s.T, err)
	s.Cleanup(func() { d.Close() })
	must(s.T, s.App.Migrate(s.Context(), d))
	product, err := s.App.Start(d)
	must(s.T, err)
	product.Server.Run(web.Mode{Lax: true})
	s.DB, s.Kit, s.Web, s.inner = d, product.Kit, product.Server, product.Server.Handler()
}

// DSN is where the stage's database is.
func (s *Stage) DSN() string { return s.dsn }

// Backup is where a copy of the database is, as it stands now. Nobody else may
// use it meanwhile.
func (s *Stage) Backup() (dsn string) {
	s.Helper()
	if !strings.HasPrefix(s.dsn, "postgres") {
		dsn = filepath.Join(s.TempDir(), "backup.db")
		_, err := s.open("sqlite", s.dsn).Exec(`VACUUM INTO ?`, dsn)
		must(s.T, err)
		return dsn
	}
	must(s.T, s.DB.Close()) // a template has no other users
	own := strings.SplitN(strings.SplitN(s.dsn, "///", 2)[1], "?", 2)[0]
	name := "b" + strings.ToLower(kernel.NewID().String())
	admin := s.open("pgx", strings.Replace(s.dsn, "/"+own+"?", "/postgres?", 1))
	_, err := admin.Exec("CREATE DATABASE " + name + " TEMPLATE " + own)
	must(s.T, err)
	s.Cleanup(func() { _, _ = admin.Exec("DROP DATABASE " + name + " WITH (FORCE)") })
	s.Restart(s.dsn)
	return strings.Replace(s.dsn, "/"+own+"?", "/"+name+"?", 1)
}

func (s *Stage) open(driver, dsn string) *sql.DB {
	pool, err := sql.Open(driver, dsn)
	must(s.T, err)
	s.Cleanup(func() { pool.Close() })
	return pool
}
