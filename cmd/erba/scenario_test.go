package main

import (
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) { testscript.Main(m, map[string]func(){"erba": main}) }

// The stories of the command line, each in a directory of its own.
func TestScenarios(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:   "../../scenario",
		Setup: func(e *testscript.Env) error { e.Setenv("ERBA_LANGUAGE", "zh-CN"); return nil },
	})
}
