// Package kpi decides which figures tell how a key-account organisation is doing, against which targets.
package kpi
