// Package plan decides what has to be done for an account by whom until when, and how far the planning of a period is.
package plan
