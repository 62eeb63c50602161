package main

import (
	"cmp"
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) { testscript.Main(m, map[string]func(){"erba": main}) }

// The stories of the command line, each in a directory of its own.
func TestScenarios(t *testing.T) {
	data, err := filepath.Abs(cmp.Or(os.Getenv("ERBA_TESTDATA"), "../../../shared/data"))
	if err != nil {
		t.Fatal(err)
	}
	retail := filepath.Join(data, "online_retail_2009_2010", "online_retail_2009_2010.csv.gz")
	_, missing := os.Stat(retail)
	testscript.Run(t, testscript.Params{
		Dir:       "../../scenario",
		Condition: func(name string) (bool, error) { return name == "testdata" && missing == nil, nil },
		Setup: func(e *testscript.Env) error {
			e.Setenv("ERBA_LANGUAGE", "zh-CN")
			e.Setenv("RETAIL", retail)
			e.Setenv("MAVEN", filepath.Join(data, "maven_crm"))
			e.Setenv("OWED", filepath.Join(data, "ar_ibm"))
			return nil
		},
	})
}
