package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"erba/platform/db"
)

// TestAKilledImportLeavesNothingAndGoesOn kills the process while it books,
// looks at what is visible, and sends the same file again.
func TestAKilledImportLeavesNothingAndGoesOn(t *testing.T) {
	const lines = 200_000
	dir := t.TempDir()
	binary, file, dsn := filepath.Join(dir, "erba"), filepath.Join(dir, "orders.csv"), filepath.Join(dir, "a.db")
	if out, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if err := os.WriteFile(file, many(lines), 0o600); err != nil {
		t.Fatal(err)
	}
	killed := exec.Command(binary, "import", "orders", file, "--create-accounts", "--db", dsn)
	if err := killed.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() { _ = killed.Wait(); close(ended) }()
	untilBooked(t, dsn, ended)
	_ = killed.Process.Kill()
	<-ended

	var seen struct{ Customers int }
	ask(t, &seen, binary, "portfolio", "abc", "--all", "--format", "json", "--db", dsn)
	if seen.Customers != 0 {
		t.Errorf("%d customers of a half-written import are visible", seen.Customers)
	}
	var report struct{ Rows, Inserted, Updated, Duplicates, Rejected int }
	ask(t, &report, binary, "import", "orders", file, "--create-accounts", "--format", "json", "--db", dsn)
	if report.Rows != lines || report.Inserted != lines || report.Duplicates+report.Updated+report.Rejected != 0 {
		t.Errorf("sent again: %+v", report)
	}
	if out, err := exec.Command(binary, "doctor", "--db", dsn).CombinedOutput(); err != nil {
		t.Errorf("the doctor: %v\n%s", err, out)
	}
}

// untilBooked waits for the first lines in the database of a running import.
func untilBooked(t *testing.T, dsn string, ended <-chan struct{}) {
	for tick := time.NewTicker(20 * time.Millisecond); ; {
		select {
		case <-ended:
			t.Fatal("the import was done before it could be killed")
		case <-tick.C:
		}
		if booked(dsn) {
			return
		}
	}
}

// booked looks from outside; before the tables are there it sees nothing.
func booked(dsn string) bool {
	d, err := db.Open(dsn)
	if err != nil {
		return false
	}
	defer d.Close()
	rows, err := d.Bare(`SELECT 1 FROM order_lines LIMIT 1`)
	if err != nil {
		return false
	}
	defer rows.Close()
	return rows.Next()
}

// many is a file of order lines of a thousand accounts.
func many(lines int) []byte {
	var b bytes.Buffer
	b.WriteString("account,order,line,product,date,quantity,price\n")
	for i := range lines {
		fmt.Fprintf(&b, "K%d,S%d,%d,P%d,2026-%02d-%02d,%d,9.5\n", i%1000, i/3, i%3, i%60, 1+i%6, 1+i%28, 1+i%9)
	}
	return b.Bytes()
}

// ask reads the one JSON document that a command prints.
func ask(t *testing.T, into any, command ...string) {
	t.Helper()
	c := exec.Command(command[0], command[1:]...)
	var grumble bytes.Buffer
	c.Stderr = &grumble
	out, err := c.Output()
	if err != nil {
		t.Fatalf("%v: %v\n%s", command[1:3], err, &grumble)
	}
	if err := json.Unmarshal(out, into); err != nil {
		t.Fatalf("%v: %v", command[1:3], err)
	}
}
