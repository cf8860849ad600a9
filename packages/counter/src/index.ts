export * from './sign-in/sign-in.ts';
