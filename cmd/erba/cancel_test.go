package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"erba/feature"
	"erba/platform/app"
	"erba/platform/db"
	"erba/platform/identity"
)

// TestAnImportCancelledInTheMiddleLeavesNothing uploads a file to a running
// server, cancels its job once 60 % of the rows are in the database, and looks
// at what is left, and at the memory it took. ERBA_BENCH makes it a million rows.
func TestAnImportCancelledInTheMiddleLeavesNothing(t *testing.T) {
	lines := 200_000
	if os.Getenv("ERBA_BENCH") != "" {
		lines = 1_000_000
	}
	s := running(t)
	idle := s.memory("VmRSS")
	var one struct {
		ID, State, Job string
		Settings       map[string]any
	}
	s.ask(&one, "POST", "/api/imports?name=orders.csv&kind=orders", many(lines))
	at := "/api/imports/" + one.ID
	one.Settings["create_accounts"] = true
	settings, err := json.Marshal(one.Settings)
	if err != nil {
		t.Fatal(err)
	}
	s.ask(&one, "PUT", at, settings)
	s.ask(&one, "POST", at+"/book", nil)
	s.until("60 % of the rows are there", func() bool { return s.count(`SELECT count(*) FROM order_lines`) >= lines*6/10 })
	var job struct{ State string }
	s.ask(&job, "POST", "/api/jobs/"+one.Job+"/cancel", nil)
	s.until("the import has ended", func() bool { s.ask(&one, "GET", at, nil); return one.State != "booking" })

	if one.State != "cancelled" {
		t.Errorf("the import is %s", one.State)
	}
	s.until("its job is cancelled, too", func() bool { s.ask(&job, "GET", "/api/jobs/"+one.Job, nil); return job.State == "cancelled" })
	if n := s.count(`SELECT count(*) FROM order_lines`); n != 0 {
		t.Errorf("%d rows are left", n)
	}
	var seen struct{ Customers int }
	if ask(t, &seen, s.binary, "portfolio", "abc", "--all", "--format", "json", "--db", s.dsn); seen.Customers != 0 {
		t.Errorf("%d customers of a cancelled import are visible", seen.Customers)
	}
	if above := s.memory("VmHWM") - idle; above > 300 {
		t.Errorf("it took %d MB above the %d of an idle server", above, idle)
	}
	s.ask(&one, "POST", at+"/book", nil)
	s.until("the same file is booked after all", func() bool { s.ask(&one, "GET", at, nil); return one.State == "published" })
	if n := s.count(`SELECT count(*) FROM order_lines`); n != lines {
		t.Errorf("booked after all: %d of %d", n, lines)
	}
}

// server is the binary, serving a database with one user, who may import.
type server struct {
	*testing.T
	binary, dsn, addr, cookie string
	process                   *exec.Cmd
	db                        *db.DB
}

func running(t *testing.T) *server {
	dir := t.TempDir()
	s := &server{T: t, binary: filepath.Join(dir, "erba"), dsn: filepath.Join(dir, "a.db")}
	if out, err := exec.Command("go", "build", "-o", s.binary, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	s.hire("operations", func(context.Context, *app.Product) error { return nil })
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s.addr = free.Addr().String()
	_ = free.Close()
	s.process = exec.Command(s.binary, "serve", "--db", s.dsn, "--addr", s.addr)
	if err := s.process.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.process.Process.Signal(syscall.SIGTERM); _ = s.process.Wait() })
	s.until("the server listens", func() bool {
		conn, err := net.Dial("tcp", s.addr)
		if err == nil {
			_ = conn.Close()
		}
		return err == nil
	})
	s.signIn()
	return s
}

const secret = "an operator of few words"

// hire makes the user, and what else there is to be, before the server starts.
func (s *server) hire(role string, also func(context.Context, *app.Product) error) {
	ctx := context.Background()
	d, err := db.Open(s.dsn)
	if err != nil {
		s.Fatal(err)
	}
	s.Cleanup(func() { _ = d.Close() })
	if err := feature.Product.Migrate(ctx, d); err != nil {
		s.Fatal(err)
	}
	p, err := feature.Product.Start(d)
	if err != nil {
		s.Fatal(err)
	}
	one := identity.User{Login: "operator", Name: "operator", Roles: identity.Roles{role}, Language: "en"}
	if _, err := p.Users.Add(identity.With(ctx, identity.System()), one, secret); err != nil {
		s.Fatal(err)
	}
	if err := also(ctx, p); err != nil {
		s.Fatal(err)
	}
	s.db = d
}

func (s *server) signIn() {
	still := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	r, err := still.PostForm("http://"+s.addr+"/sign-in", url.Values{"login": {"operator"}, "password": {secret}})
	if err != nil {
		s.Fatal(err)
	}
	_ = r.Body.Close()
	if s.cookie, _, _ = strings.Cut(r.Header.Get("Set-Cookie"), ";"); s.cookie == "" {
		s.Fatal("no session: ", r.Status)
	}
}

// ask sends a request that must succeed.
func (s *server) ask(into any, method, path string, body []byte) {
	s.Helper()
	r, err := http.NewRequest(method, "http://"+s.addr+path, bytes.NewReader(body))
	if err != nil {
		s.Fatal(err)
	}
	r.Header.Set("Cookie", s.cookie)
	r.Header.Set("Content-Type", "application/octet-stream")
	if strings.HasPrefix(string(body), "{") {
		r.Header.Set("Content-Type", "application/json")
	}
	w, err := http.DefaultClient.Do(r)
	if err != nil {
		s.Fatal(err)
	}
	defer w.Body.Close()
	got, err := io.ReadAll(w.Body)
	if err != nil || w.StatusCode != http.StatusOK {
		s.Fatalf("%s %s: %s %s %v", method, path, w.Status, got, err)
	}
	if err := json.Unmarshal(got, into); err != nil {
		s.Fatalf("%s %s: %v in %s", method, path, err, got)
	}
}

// count asks the database from outside.
func (s *server) count(query string) (n int) {
	rows, err := s.db.Bare(query)
	if err != nil {
		s.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := rows.Scan(&n); err != nil {
			s.Fatal(err)
		}
	}
	return n
}

func (s *server) until(what string, holds func() bool) {
	s.Helper()
	tick, late := time.NewTicker(20*time.Millisecond), time.After(3*time.Minute)
	defer tick.Stop()
	for !holds() {
		select {
		case <-tick.C:
		case <-late:
			s.Fatal("never: ", what)
		}
	}
}

// memory of the server in MB, now (VmRSS) or at most (VmHWM).
func (s *server) memory(field string) (mb int) {
	raw, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.process.Process.Pid))
	if err != nil {
		s.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(raw), field+":")
	_, _ = fmt.Sscan(rest, &mb)
	return mb / 1024
}
