package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestAFullDiskStopsAnImportAndNothingOfItCounts runs the binary on a file
// system of 10 MB. Afterwards there is room, and the same file goes in.
func TestAFullDiskStopsAnImportAndNothingOfItCounts(t *testing.T) {
	const lines = 100_000
	dir := t.TempDir()
	for _, name := range []string{"disk", "tmp"} {
		if err := os.Mkdir(filepath.Join(dir, name), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if out, err := exec.Command("go", "build", "-o", filepath.Join(dir, "erba"), ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if err := os.WriteFile(filepath.Join(dir, "orders.csv"), many(lines), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := apart("mount -t tmpfs -o size=1m tmpfs disk", dir).Run(); err != nil {
		t.Skip("this machine lets nobody mount a file system of his own: ", err)
	}
	c := apart(`set -e
		mount -t tmpfs -o size=10m tmpfs disk
		if ./erba import orders orders.csv --create-accounts --db disk/a.db 2>sentence; then echo '"a full disk was no reason to fail"'; fi
		./erba portfolio abc --all --format json --db disk/a.db
		mount -o remount,size=500m disk
		./erba import orders orders.csv --create-accounts --format json --db disk/a.db
		./erba portfolio abc --all --format json --db disk/a.db
		./erba doctor --db disk/a.db >&2`, dir)
	var grumble bytes.Buffer
	c.Stderr = &grumble
	out, err := c.Output()
	if err != nil {
		t.Fatalf("%v\n%s%s", err, out, &grumble)
	}
	var before, after struct{ Customers int }
	var report struct{ Rows, Inserted, Updated, Duplicates, Rejected int }
	answers := json.NewDecoder(bytes.NewReader(out))
	for _, into := range []any{&before, &report, &after} {
		if err := answers.Decode(into); err != nil {
			t.Fatalf("%v in %s", err, out)
		}
	}
	if sentence, _ := os.ReadFile(filepath.Join(dir, "sentence")); !strings.Contains(string(sentence), "磁盘已满") {
		t.Errorf("it says %s", sentence)
	}
	if before.Customers != 0 {
		t.Errorf("%d customers of a half-written import are visible", before.Customers)
	}
	if report.Inserted != lines || report.Updated+report.Duplicates+report.Rejected != 0 || after.Customers != 1000 {
		t.Errorf("with room for it: %+v, %d customers", report, after.Customers)
	}
}

// apart is a script that may mount file systems which nobody else sees.
func apart(script, dir string) *exec.Cmd {
	c := exec.Command("sh", "-c", script)
	c.Dir = dir
	c.Env = append(os.Environ(), "TMPDIR="+filepath.Join(dir, "tmp"), "ERBA_LANGUAGE=zh-CN")
	own := []syscall.SysProcIDMap{{HostID: os.Getuid(), Size: 1}}
	c.SysProcAttr = &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS, UidMappings: own,
		GidMappings: []syscall.SysProcIDMap{{HostID: os.Getgid(), Size: 1}}}
	return c
}
