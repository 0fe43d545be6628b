/** Entry point of the programs behind the pages: one program for all sample applications, told by the page which one to run. */
package org.multisynq4j.pages;
