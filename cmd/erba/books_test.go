package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"erba/feature/account"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/identity"
)

const (
	papers  = 10_000
	clients = 16
	debtors = 40
	kills   = 5
)

// TestBooksBalanceAfterKills books invoices and receipts in parallel while the server
// is killed again and again, and PostgreSQL with it. Clients send everything again,
// under the same key, until it is acknowledged. Then everything is there, and once.
func TestBooksBalanceAfterKills(t *testing.T) {
	if testing.Short() {
		t.Skip("ten thousand bookings take a minute")
	}
	t.Run("sqlite", func(t *testing.T) {
		b := opened(t, filepath.Join(t.TempDir(), "a.db"))
		b.book(func() {})
	})
	t.Run("postgres", func(t *testing.T) {
		c := newCluster(t)
		b := opened(t, c.dsn())
		b.book(c.crash)
	})
}

// books is a server that is killed and started again, and what its clients know.
type books struct {
	*server
	token        string
	accounts     []kernel.ID
	acknowledged atomic.Int64
	again        atomic.Int64 // sent more than once
}

func opened(t *testing.T, dsn string) *books {
	dir := t.TempDir()
	b := &books{server: &server{T: t, binary: filepath.Join(dir, "erba"), dsn: dsn}}
	if out, err := exec.Command("go", "build", "-o", b.binary, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	b.found()
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	b.addr = free.Addr().String()
	_ = free.Close()
	b.start()
	t.Cleanup(func() { _ = b.process.Process.Signal(syscall.SIGTERM); _ = b.process.Wait() })
	return b
}

// found makes the one who books, the token by which his program lets itself in, and
// the accounts.
func (b *books) found() {
	b.hire("finance", func(ctx context.Context, p *app.Product) error {
		if err := b.lend(ctx, p); err != nil {
			return err
		}
		all := make([]account.Account, debtors)
		for i := range all {
			all[i] = account.Account{Code: fmt.Sprintf("K%02d", i), Name: fmt.Sprintf("客户%02d", i)}
		}
		err := account.New(p.Kit).Open(identity.With(ctx, identity.System()), all...)
		for _, a := range all {
			b.accounts = append(b.accounts, a.ID)
		}
		return err
	})
}

// lend makes a token: no program of finance has a second factor.
func (b *books) lend(ctx context.Context, p *app.Product) error {
	all, err := p.Users.Users(identity.With(ctx, identity.System()))
	if err != nil {
		return err
	}
	v, err := p.Users.Viewer(ctx, all[0].ID)
	if err != nil {
		return err
	}
	_, b.token, err = p.Users.MakeToken(identity.With(ctx, v), identity.Token{Name: "books", Grants: identity.Roles{"receivable:read", "receivable:write"},
		Expires: time.Now().Add(24 * time.Hour).UnixMicro()})
	return err
}

func (b *books) start() {
	b.process = exec.Command(b.binary, "serve", "--db", b.dsn, "--addr", b.addr)
	b.process.Dir = filepath.Dir(b.binary) // where it keeps its keys
	if err := b.process.Start(); err != nil {
		b.Error(err)
		return
	}
	b.until("the server listens", func() bool {
		conn, err := net.Dial("tcp", b.addr)
		if err == nil {
			_ = conn.Close()
		}
		return err == nil
	})
}

// book has the clients book everything, and the server killed meanwhile.
func (b *books) book(also func()) {
	var all sync.WaitGroup
	for c := range clients {
		all.Go(func() {
			for n := c; n < papers; n += clients {
				b.send(n)
			}
		})
	}
	for k := range kills {
		b.until("so much is acknowledged", func() bool { return b.acknowledged.Load() >= int64((k+1)*papers/(kills+1)) })
		_ = b.process.Process.Kill()
		_ = b.process.Wait()
		also()
		b.start()
	}
	all.Wait()
	b.Logf("%d bookings, %d sent more than once, %d kills", papers, b.again.Load(), kills)
	b.balanced()
}

// amountOf is what a paper is about: every second one is money that came in.
func amountOf(n int) int64 { return int64(100 + n%7) }

// send books one paper, however often it takes.
func (b *books) send(n int) {
	kind := []string{"invoice", "receipt"}[n/clients%2]
	body := fmt.Sprintf(`{"kind":%q,"number":"N%05d","on":"2026-06-01","amount":%d}`, kind, n, amountOf(n))
	path := "http://" + b.addr + "/api/accounts/" + b.accounts[n%debtors].String() + "/receivables/documents"
	for tries := 0; ; tries++ {
		if tries == 1 {
			b.again.Add(1)
		}
		if b.booked(path, fmt.Sprintf("key-%d", n), body) {
			b.acknowledged.Add(1)
			return
		}
		if tries > 3000 {
			b.Errorf("paper %d is never acknowledged", n)
			b.acknowledged.Add(1)
			return
		}
		time.Sleep(20 * time.Millisecond) // a client waits before it tries again
	}
}

// booked sends a paper once and reports whether it was acknowledged: answered, or
// said to be done where the answer was lost.
func (b *books) booked(path, key, body string) bool {
	r, err := http.NewRequest("POST", path, strings.NewReader(body))
	if err != nil {
		b.Error(err)
		return true
	}
	r.Header.Set("Authorization", "Bearer "+b.token)
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Idempotency-Key", key)
	w, err := http.DefaultClient.Do(r)
	if err != nil {
		return false
	}
	defer w.Body.Close()
	answer, err := io.ReadAll(w.Body)
	switch {
	case err != nil || w.StatusCode >= 500 || strings.Contains(string(answer), "web.outcome_unknown"):
		return false
	case w.StatusCode == http.StatusOK || strings.Contains(string(answer), "web.outcome_done"):
		return true
	}
	b.Errorf("%s: %s %s", key, w.Status, answer)
	return true
}

// balanced compares the books with what was sent, row by row and account by account.
func (b *books) balanced() {
	if n, once := b.count(`SELECT count(*) FROM receivable_documents`), b.count(`SELECT count(DISTINCT number) FROM receivable_documents`); n != papers || once != papers {
		b.Errorf("%d papers of %d numbers; %d were acknowledged", n, once, papers)
	}
	owed := make([]int64, debtors)
	for n := range papers {
		sign := int64(1 - n/clients%2*2)
		owed[n%debtors] += sign * amountOf(n)
	}
	for i, id := range b.accounts {
		var is struct {
			Exposure struct{ Receivable, Advance int64 }
		}
		b.look(&is, "/api/accounts/"+id.String()+"/receivables")
		if got := is.Exposure.Receivable - is.Exposure.Advance; got != owed[i] {
			raw, _ := json.Marshal(is)
			b.Errorf("account %d owes %d, want %d: %s", i, got, owed[i], raw)
		}
	}
	doctor := exec.Command(b.binary, "doctor", "--db", b.dsn)
	doctor.Dir = filepath.Dir(b.binary)
	if out, err := doctor.CombinedOutput(); err != nil {
		b.Errorf("the doctor: %v\n%s", err, out)
	}
}

// look asks the server for something.
func (b *books) look(into any, path string) {
	r, err := http.NewRequest("GET", "http://"+b.addr+path, nil)
	if err != nil {
		b.Fatal(err)
	}
	r.Header.Set("Authorization", "Bearer "+b.token)
	w, err := http.DefaultClient.Do(r)
	if err != nil {
		b.Fatal(err)
	}
	defer w.Body.Close()
	if err := json.NewDecoder(w.Body).Decode(into); err != nil || w.StatusCode != http.StatusOK {
		b.Fatalf("%s: %s, %v", path, w.Status, err)
	}
}
